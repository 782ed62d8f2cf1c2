// The two sides of a recorded call: mine as a file for the microphone, the other's as a tab that plays it.

import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { browser, dataFolder, example, serve } from "./harness.js";

// A WAV of 16-bit samples.
function wav(samples, rate) {
  const bytes = Buffer.alloc(44 + samples.length);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + samples.length, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples.length, 40);
  samples.copy(bytes, 44);
  return bytes;
}

// Splits a recording, decoded by the browser itself; the microphone's side is written to `mine`.
export async function split(browser, recording, mine) {
  const page = await browser.newPage();
  const channels = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const context = new OfflineAudioContext(2, 48_000, 48_000);
    const sound = await context.decodeAudioData(bytes.buffer);
    return [0, 1].map((channel) => {
      const samples = Int16Array.from(sound.getChannelData(channel), (sample) => Math.max(-1, Math.min(1, sample)) * 32767);
      const raw = new Uint8Array(samples.buffer);
      let text = "";
      for (let at = 0; at < raw.length; at += 32_768) text += String.fromCharCode(...raw.subarray(at, at + 32_768));
      return btoa(text);
    });
  }, readFileSync(recording).toString("base64"));
  await page.close();
  const [left, right] = channels.map((text) => wav(Buffer.from(text, "base64"), 48_000));
  writeFileSync(mine, left);
  return right;
}

// The sides of whom nothing with these words stands in the turns of the debrief.
export async function unheard(page, { me, other }) {
  const turns = await page.locator(".turn").allInnerTexts();
  const sides = [["you", me], ["other side", other]];
  return sides.filter(([side, words]) => !turns.some((turn) => turn.includes(side) && words.test(turn))).map(([side]) => `${side} in ${JSON.stringify(turns)}`);
}

// What is said in the English example.
export const ENGLISH = { me: /three things|matinee|Friday/i, other: /report|half/i };

// A page that plays the other side, as a call in a tab does.
async function otherSide(sound) {
  const server = createServer((request, answer) => {
    const isSound = request.url === "/sound.wav";
    answer.setHeader("content-type", isSound ? "audio/wav" : "text/html");
    answer.end(isSound ? sound : "<!doctype html><title>The client's call</title><audio src=\"/sound.wav\"></audio>");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

// The real program with the recogniser, and the start of its page in a browser that has a microphone
// and, in another tab, the other side of the example call.
export async function callInSound(lang, minutes) {
  const data = dataFolder({ model: true });
  const mine = join(data.folder, "mine.wav");
  const splitter = await browser();
  const sound = await split(splitter, example(`${lang}-call.ogg`), mine);
  await splitter.close();
  const other = await otherSide(sound);
  const chrome = await browser({ voice: mine, args: ["--auto-select-tab-capture-source-by-title=The client's call"] });
  const server = await serve(data.folder, "--client", "Helen", "--minutes", String(minutes), "--ears", "browser", "--lang", lang);
  const context = await chrome.newContext({ permissions: ["microphone"], reducedMotion: "reduce" });
  const tab = await context.newPage();
  await tab.goto(other.address);
  const page = await context.newPage();
  const stop = async () => {
    await server.stop();
    await chrome.close();
    other.stop();
    data.remove();
  };
  const play = () => tab.evaluate(() => document.querySelector("audio").play());
  return { page, tab, server, play, stop };
}
