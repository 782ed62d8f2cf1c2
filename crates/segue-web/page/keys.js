// The keys of a call. They go by their place on the keyboard, so they work in any layout.

import { h } from "./dom.js";
import { t } from "./words.js";

export const KEYS = [
  { code: "Enter", sign: "↵", key: "said_it", needs: "cue" },
  { code: "KeyN", sign: "N", key: "not_now", needs: "cue" },
  { code: "KeyD", sign: "D", key: "drifted" },
  { code: "KeyB", sign: "B", key: "back", needs: "chat" },
  { code: "KeyP", sign: "P", key: "park" },
  { code: "KeyT", sign: "T", key: "name", needs: "unnamed" },
  { code: "KeyS", sign: "S", key: "snooze" },
  { code: "KeyC", sign: "C", key: "agreed_chat" },
  { code: "KeyI", sign: "I", key: "next_item", needs: "agenda" },
  { code: "KeyA", sign: "A", key: "announced", needs: "announcement" },
  { code: "KeyE", sign: "E", key: "end_call" },
];

// True if the key means something now.
export function useful({ needs }, call) {
  switch (needs) {
    case "cue": return call.cue !== null;
    case "chat": return call.drifting !== null || ["agreed", "closing"].includes(call.phase);
    case "agenda": return call.agenda.some(({ state }) => state !== "done");
    case "unnamed": return call.parked.some(({ topic }) => !topic);
    case "announcement": return call.announcement !== null && call.announcement.state !== "said";
    default: return true;
  }
}

export const button = (key, press, more = {}) => {
  const { sign } = KEYS.find((known) => known.key === key);
  return h("button", { type: "button", "data-key": key, "aria-keyshortcuts": sign === "↵" ? "Enter" : sign, onclick: (event) => click(event, () => press(key)), ...more },
    h("kbd", { "aria-hidden": "true" }, sign), h("span", {}, t(`key_${key}`)));
};

// A button that was clicked with a mouse does not keep Enter and the space bar: they are for the line that comes next.
function click(event, press) {
  if (event.detail > 0) event.currentTarget.blur();
  press();
}

// Follows the keyboard in a window. `now` gives the call, `press` gets the key's name.
export function follow(target, now, press) {
  target.addEventListener("keydown", (event) => {
    const call = now();
    if (!call || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target.closest?.("input, textarea, select")) return;
    // Enter on a button, or on what unfolds, is its own.
    if (event.code === "Enter" && event.target.closest?.("button, a, summary")) return;
    const key = KEYS.find(({ code }) => code === event.code);
    if (!key || !useful(key, call)) return;
    event.preventDefault();
    press(key.key);
  });
}
