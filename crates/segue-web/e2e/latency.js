// How long after words end they are understood on the page, and what listening costs: the whole way
// from a microphone and a shared tab through the real page, recognition and label model.
//
//     node latency.js [en|ru] [SECONDS]

import { readFileSync } from "node:fs";
import { callInSound } from "./voices.js";

const [lang = "en", seconds = "110"] = process.argv.slice(2);
const { page, server, play, stop } = await callInSound(lang, 2);
const late = [];
let known = 0;
page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => {
  const { call } = JSON.parse(payload);
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

// Processor seconds and memory of the program.
const used = () => {
  const fields = readFileSync(`/proc/${server.process}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
};
const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.process}/status`, "utf8"))[1]) / 1024;
await page.waitForTimeout(5000);
const [before, from] = [used(), Date.now()];
await page.waitForTimeout((Number(seconds) - 5) * 1000);
const cores = (used() - before) / ((Date.now() - from) / 1000);
const held = memory();
await stop();

late.sort((a, b) => a - b);
const at = (share) => late[Math.min(late.length - 1, Math.floor(late.length * share))].toFixed(2);
console.log(`${lang}: ${late.length} stretches; end of words to page: median ${at(0.5)} s, 95% ${at(0.95)} s, most ${at(1)} s; ${cores.toFixed(2)} cores; ${held.toFixed(0)} MB`);
