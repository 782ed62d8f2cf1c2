// The real program with a data folder of its own, and Chromium before it.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const root = resolve(import.meta.dirname, "../../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");
const program = process.env.SEGUE_PROGRAM ?? join(target, "debug", "segue");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browserPath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));

export const example = (name) => join(root, "examples", name);
export const models = join(homedir(), ".local/share/segue/models");

export function dataFolder({ model = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "segue-page-"));
  if (model) symlinkSync(models, join(folder, "models"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// What the program prints when it is run by hand.
export function segue(folder, ...words) {
  return execFileSync(program, ["--ui", "en", ...words], { env: { ...process.env, SEGUE_DATA: folder, SEGUE_KEYS: "none", TZ: "Europe/Berlin" }, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

// Half a year with six clients, made up, in a new folder.
export function halfYear(folder) {
  const made = join(folder, "half-year");
  execFileSync(program, ["simulate", made], { env: { ...process.env, SEGUE_KEYS: "none" } });
  return made;
}

// Starts `segue live`, on a computer without sound unless `env` says where there is some; its address holds the token.
export async function serve(folder, ...more) {
  const { env, command = ["live"], port = "0" } = typeof more[0] === "object" ? more.shift() : {};
  const surroundings = { ...process.env, XDG_RUNTIME_DIR: folder, XDG_DATA_HOME: folder, SEGUE_DATA: folder, SEGUE_KEYS: "none", TZ: "Europe/Berlin", ...env };
  const child = spawn(program, ["--ui", "en", ...command, "--no-open", "--port", port, ...more], { env: surroundings });
  const errors = [];
  child.stderr.on("data", (data) => errors.push(String(data)));
  const address = await new Promise((found, failed) => {
    createInterface(child.stdout).once("line", found);
    child.once("exit", () => failed(new Error(errors.join(""))));
  });
  const end = (signal) => new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null) return ended();
    child.once("exit", ended);
    child.kill(signal);
  });
  return { address, process: child.pid, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

// Opens Chromium; `voice` is a WAV that its microphone plays, `window` gives it a real window.
export async function browser({ voice, window = false, ...more } = {}) {
  const flags = ["--no-sandbox", "--use-fake-device-for-media-stream", "--autoplay-policy=no-user-gesture-required"];
  if (voice) flags.push(`--use-file-for-fake-audio-capture=${voice}%noloop`);
  // Playwright mutes tabs; a muted tab has no sound to share.
  return chromium.launch({ headless: !window, executablePath: browserPath, args: [...flags, ...(more.args ?? [])], ignoreDefaultArgs: ["--mute-audio"] });
}

// Ends a call. By the keyboard it takes a pause before it: among other letters the key may be part of a word.
export async function endCall(page) {
  const key = page.locator("#key-end_call");
  await key.click();
  await key.click();
}

// The addresses outside this machine that a process has sockets for; Linux tells.
export function outside(process) {
  const links = readdirSync(`/proc/${process}/fd`).map((fd) => { try { return readlinkSync(`/proc/${process}/fd/${fd}`); } catch { return ""; } });
  const mine = new Set(links.map((link) => link.match(/^socket:\[(\d+)\]$/)?.[1]).filter(Boolean));
  const rows = ["tcp", "tcp6", "udp", "udp6"].flatMap((table) => readFileSync(`/proc/${process}/net/${table}`, "utf8").trim().split("\n").slice(1));
  const fields = rows.map((row) => row.trim().split(/\s+/)).filter((row) => mine.has(row[9]));
  // 127.0.0.1 as the kernel writes it; the other end of what only listens is nobody.
  return fields.flatMap((row) => [row[1], row[2]]).filter((address) => !/^0100007F:|^0+:0000$/.test(address));
}

// What a process takes: memory now and at most, in MB, and seconds of processors; Linux tells.
export function load(process) {
  const status = readFileSync(`/proc/${process}/status`, "utf8");
  const megabytes = (name) => Number(status.match(new RegExp(`${name}:\\s+(\\d+)`))[1]) / 1024;
  const ticks = readFileSync(`/proc/${process}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13).map(Number);
  return { memory: megabytes("VmRSS"), most: megabytes("VmHWM"), seconds: (ticks[0] + ticks[1]) / 100 };
}

// What is wrong with the page for somebody who cannot see it or use a mouse.
export async function barriers(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
