// Lets a call in sound go on for a long time, and prints what the program takes:
//   node soak.js [minutes]

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { browser, dataFolder, example, serve } from "./harness.js";
import { soundServer } from "./system.js";
import { split } from "./voices.js";

const minutes = Number(process.argv[2] ?? 120);
const data = dataFolder({ model: true });
const chrome = await browser();
const [mine, theirs] = ["mine.wav", "theirs.wav"].map((name) => join(data.folder, name));
writeFileSync(theirs, await split(chrome, example("en-call.ogg"), mine));
const sound = soundServer();
const server = await serve(data.folder, { env: sound.env }, "--client", "Helen", "--minutes", String(minutes), "--ears", "system", "--lang", "en");
const page = await chrome.newPage();
await page.goto(server.address);
await page.locator("#start button[type=submit]").click();
await page.locator(".consent button.main").click();

const status = (name) => Number(readFileSync(`/proc/${server.process}/status`, "utf8").match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;
const ticks = () => readFileSync(`/proc/${server.process}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13).reduce((sum, one) => sum + Number(one), 0);
let before = ticks();
console.log("| minute | memory, MB | cores used | turns |\n| --- | --- | --- | --- |");
const SOUND = 112;
const started = Date.now();
for (let round = 1; Date.now() - started < minutes * 60_000; round += 1) {
  sound.play("air", mine);
  sound.play("speakers", theirs);
  await new Promise((done) => setTimeout(done, SOUND * 1000));
  if (round % 5 === 0) {
    const now = ticks();
    const stretches = await page.evaluate(() => document.querySelectorAll(".ribbon-place rect").length);
    console.log(`| ${Math.round((Date.now() - started) / 60_000)} | ${status("VmRSS").toFixed(0)} | ${((now - before) / 100 / (5 * SOUND)).toFixed(2)} | ${stretches} |`);
    before = now;
  }
}
await page.keyboard.press("e");
await page.keyboard.press("e");
await page.locator(".after").waitFor();
console.log(`\n${await page.locator(".turn").count()} turns were heard; most memory: ${status("VmHWM").toFixed(0)} MB`);
await server.stop();
await chrome.close();
sound.stop();
data.remove();
