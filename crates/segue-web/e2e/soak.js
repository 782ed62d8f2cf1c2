// Lets a call in sound go on for a long time, and prints what the program takes:
//   node soak.js [minutes]

import { load, endCall } from "./harness.js";
import { callByDevices } from "./system.js";

// Seconds of the example call, and how often it is heard between two lines of the table.
const SOUND = 112;
const ROUNDS = 5;

const minutes = Number(process.argv[2] ?? 120);
const { page, server, play, stop } = await callByDevices(minutes);
await page.goto(server.address);
await page.locator("#start button[type=submit]").click();
await page.locator(".consent button.main").click();

console.log("| minute | memory, MB | cores used | turns |\n| --- | --- | --- | --- |");
let before = load(server.process);
const started = Date.now();
for (let round = 1; Date.now() - started < minutes * 60_000; round += 1) {
  play();
  await page.waitForTimeout(SOUND * 1000);
  if (round % ROUNDS === 0) {
    const now = load(server.process);
    const stretches = await page.locator(".ribbon-place rect").count();
    const cores = (now.seconds - before.seconds) / (ROUNDS * SOUND);
    console.log(`| ${Math.round((Date.now() - started) / 60_000)} | ${now.memory.toFixed(0)} | ${cores.toFixed(2)} | ${stretches} |`);
    before = now;
  }
}
await endCall(page);
await page.locator(".after").waitFor();
console.log(`\n${await page.locator(".turn").count()} turns were heard; most memory: ${load(server.process).most.toFixed(0)} MB`);
await stop();
