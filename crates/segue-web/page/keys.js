// The keys of a call. They go by their place on the keyboard, so they work in any layout.

import { h } from "./dom.js";
import { t } from "./words.js";

export const KEYS = [
  { code: "Enter", sign: "↵", key: "said_it", needs: "cue" },
  { code: "KeyN", sign: "N", key: "not_now", needs: "line" },
  { code: "KeyD", sign: "D", key: "drifted" },
  { code: "KeyB", sign: "B", key: "back", needs: "chat" },
  { code: "KeyP", sign: "P", key: "park" },
  { code: "KeyT", sign: "T", key: "name" },
  { code: "KeyS", sign: "S", key: "snooze" },
  { code: "KeyC", sign: "C", key: "agreed_chat" },
  { code: "KeyI", sign: "I", key: "next_item", needs: "agenda" },
  { code: "KeyA", sign: "A", key: "announced", needs: "announcement" },
  { code: "KeyE", sign: "E", key: "end_call" },
];

// A word that is typed is no keys: whoever writes leaves no longer between letters, in milliseconds.
const PAUSE = 700;
const NOTHING = { at: -PAUSE, letter: "", alone: true, word: false };
let typing = NOTHING;

// What is typed next without a pause is a word, and meant for no key.
export function expectWord() {
  typing = { ...typing, at: performance.now(), word: true };
}

function letter({ key, code }) {
  if (key.length !== 1) return;
  const now = performance.now();
  const goesOn = now - typing.at < PAUSE;
  typing = { at: now, letter: code, alone: !goesOn || typing.alone && typing.letter === code, word: goesOn && typing.word };
}

// True for a key that is there all call long, whether it means something now or not: keys keep their places.
export function belongs({ needs }, call) {
  switch (needs) {
    case "cue":
    case "line": return false;
    case "agenda": return call.agenda.length > 0;
    case "announcement": return call.announcement !== null;
    default: return true;
  }
}

// True if the key means something now.
export function useful({ needs }, call) {
  switch (needs) {
    case "cue": return call.cue !== null || call.late;
    case "line": return call.cue !== null;
    case "chat": return call.drifting !== null || ["agreed", "closing"].includes(call.phase);
    case "agenda": return call.agenda.some(({ state }) => state !== "done");
    case "announcement": return call.announcement !== null && call.announcement.state !== "said";
    default: return true;
  }
}

// A key that means nothing now keeps its place, and the keyboard if it has it.
export const button = (key, press, { off = false, ...more } = {}) => {
  const { sign } = KEYS.find((known) => known.key === key);
  return h("button", { type: "button", "data-key": key, "aria-keyshortcuts": sign === "↵" ? "Enter" : sign, "aria-disabled": off ? "true" : null, onclick: (event) => click(event, () => off || press(key)), ...more },
    h("kbd", { "aria-hidden": "true" }, sign), h("span", {}, t(`key_${key}`)));
};

// A button that was clicked with a mouse does not keep Enter and the space bar: they are for the line that comes next.
function click(event, press) {
  if (event.detail > 0) event.currentTarget.blur();
  press();
}

// Follows the keyboard in a window. `now` gives the call, `press` gets the key's name, and whether it came among other letters.
export function follow(target, now, press) {
  target.addEventListener("keydown", (event) => {
    const call = now();
    if (!call || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    // What is typed into a field is no key, and what comes after it no more of the word.
    if (event.target.closest?.("input, textarea, select")) {
      typing = NOTHING;
      return;
    }
    letter(event);
    // Enter on a button, or on what unfolds, is its own.
    if (event.code === "Enter" && event.target.closest?.("button, a, summary")) return;
    const key = KEYS.find(({ code }) => code === event.code);
    // A letter that is no key begins a word.
    if (!key && event.key.length === 1 && event.key !== " ") expectWord();
    if (typing.word && event.code !== "Enter" || !key || !useful(key, call)) return;
    event.preventDefault();
    press(key.key, !typing.alone);
  });
}
