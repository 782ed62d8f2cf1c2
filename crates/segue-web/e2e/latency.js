// How long after words end they are understood on the page, and what listening costs: the whole way
// from a microphone and a shared tab through the real page, recognition and label model.
//
//     node latency.js [en|ru] [SECONDS]

import { load } from "./harness.js";
import { callInSound } from "./voices.js";

const [lang = "en", seconds = "110"] = process.argv.slice(2);
const { page, server, play, stop } = await callInSound(lang, 2);
const late = [];
let known = 0;
page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => {
  const { call } = payload ? JSON.parse(payload) : {};
  if (!call) return;
  const end = Math.max(0, ...call.ribbon.map((stretch) => stretch.end));
  if (end > known) late.push(call.now - end);
  known = Math.max(known, end);
}));
await page.goto(server.address);
await page.locator("#start button[type=submit]").click();
await page.locator(".consent button.main").click();
await page.locator(".hearing .state.on").waitFor();
await play();

await page.waitForTimeout(5000);
const [before, from] = [load(server.process), Date.now()];
await page.waitForTimeout((Number(seconds) - 5) * 1000);
const after = load(server.process);
const cores = (after.seconds - before.seconds) / ((Date.now() - from) / 1000);
await stop();

late.sort((a, b) => a - b);
const at = (share) => late[Math.min(late.length - 1, Math.floor(late.length * share))].toFixed(2);
console.log(`${lang}: ${late.length} stretches; end of words to page: median ${at(0.5)} s, 95% ${at(0.95)} s, most ${at(1)} s; ${cores.toFixed(2)} cores; ${after.memory.toFixed(0)} MB`);
