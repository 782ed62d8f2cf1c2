// The way to the program on this machine: the state comes, commands and sound go.

import { say } from "./dom.js";

const token = takeToken();
let tell = () => {};
let socket = null;
let wait = 250;
// Commands go one after the other: pressed while nobody answers, they are carried out in the order in which they were pressed.
let queue = Promise.resolve();
let queued = 0;
// The program is heard every two seconds. One that stands still does not close the way: it is silent for longer.
const SILENT = 6000;
let heard = performance.now();
let silent = false;

// The token leaves the address bar, where it could be seen and shared, and stays with this tab.
function takeToken() {
  const address = new URL(location.href);
  const given = address.searchParams.get("token");
  if (given) {
    sessionStorage.setItem("token", given);
    address.searchParams.delete("token");
    history.replaceState(null, "", address);
  }
  return given ?? sessionStorage.getItem("token") ?? "";
}

export const hasToken = () => token !== "";
export const documentAddress = (path) => `${path}${path.includes("?") ? "&" : "?"}token=${token}`;

// `hear` gets "state", "open", "closed" or "silent" with what came, or "stranger" if the program does not know this page: it was started anew.
export function connect(hear) {
  tell = hear;
  open();
  setInterval(watch, 1000);
}

// How many commands wait for an answer.
export const waiting = () => queued;

function watch() {
  if (socket.readyState !== WebSocket.OPEN || silent || performance.now() - heard < SILENT) return;
  // What came while this page itself slept is read first.
  const before = heard;
  setTimeout(() => {
    if (heard !== before || socket.readyState !== WebSocket.OPEN) return;
    silent = true;
    tell("silent");
  }, 500);
}

function alive() {
  heard = performance.now();
  if (!silent) return;
  silent = false;
  tell("open");
}

function open() {
  socket = new WebSocket(`ws://${location.host}/api/events?token=${token}`);
  socket.binaryType = "arraybuffer";
  socket.addEventListener("open", () => {
    wait = 250;
    silent = false;
    heard = performance.now();
    tell("open");
  });
  socket.addEventListener("message", ({ data }) => {
    alive();
    // An empty frame says that the program is there, and nothing else.
    if (data) tell("state", JSON.parse(data));
  });
  socket.addEventListener("close", async () => {
    silent = false;
    tell("closed");
    if (await isStranger()) return tell("stranger");
    setTimeout(open, wait);
    wait = Math.min(wait * 2, 4000);
  });
}

// A socket does not tell why it was refused.
async function isStranger() {
  try {
    const { status } = await fetch("/api/events", { headers: { authorization: `Bearer ${token}` } });
    return status === 401 && hasToken();
  } catch {
    return false;
  }
}

// Sound that cannot go out now is of no use later.
export function sendSound(frame) {
  if (socket?.readyState === WebSocket.OPEN && socket.bufferedAmount < 64_000) socket.send(frame);
}

// Gives a command. The answer says whether it was carried out, and holds a sentence for the user, if there is one; null if
// nobody answered. What there is to say of a command that was carried out goes to `told`; why one was not, and which field
// that is about, goes to `refused`, whose answer is true where it has told the user.
export function command(body, told = () => {}, refused = () => false) {
  queued += 1;
  const done = queue.then(() => give(body, told, refused)).finally(() => { queued -= 1; });
  queue = done.catch(() => {});
  return done;
}

async function give(body, told, refused) {
  try {
    const answer = await fetch("/api/command", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const { ok, message, field } = await answer.json();
    if (ok && message) told(message);
    return { done: ok, message: ok || refused(message, field) ? "" : message };
  } catch {
    return { done: false, message: null };
  }
}

// Reads a document; null if there is none. Where it failed it says so, and gives nothing: that is no "there is none".
export async function read(path) {
  const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  if (answer.ok) return answer.json();
  if (answer.status < 500) return null;
  say(document.getElementById("answer"), await answer.text());
  return undefined;
}

// Reads for one place of a page. An answer that comes after a later question was asked is shown nowhere.
export function reader() {
  let asked = 0;
  return async (path, show) => {
    const mine = ++asked;
    const found = await read(path);
    if (mine === asked && found !== undefined) show(found);
  };
}
