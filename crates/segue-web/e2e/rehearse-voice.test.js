// Practice by voice: my answers from a microphone become a draft, which counts only once it is said; their lines are
// spoken by this computer, or the page says that it cannot.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { barriers, browser, dataFolder, example, halfYear, outside, serve } from "./harness.js";
import { split } from "./voices.js";

const pictures = process.env.SEGUE_PICTURES;

// What a computer with voices of its own offers; the page must never choose one that works elsewhere.
function voices() {
  const voice = (lang, localService) => ({ lang, localService, name: `${lang} ${localService}`, default: false, voiceURI: lang });
  const spoken = [];
  window.spoken = spoken;
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  };
  const synthesis = Object.assign(new EventTarget(), {
    getVoices: () => [voice("en-US", false), voice("en-GB", true), voice("ru-RU", true)],
    cancel: () => spoken.push("silence"),
    speak: (said) => {
      spoken.push(`${said.voice.name}: ${said.text}`);
      said.dispatchEvent(new Event("start"));
      window.talkedOut = () => said.dispatchEvent(new Event("end"));
    },
  });
  Object.defineProperty(window, "speechSynthesis", { value: synthesis });
}

for (const [lang, dark, width, heard, correction] of [
  ["en", false, 1100, /[a-z]{4,}/i, "Ha, what a story! Let's keep that for the end. Shall we do the first point?"],
  ["ru", true, 390, /[а-яё]{4,}/i, "Ха, вот это история! Отложим на конец созвона? Давайте к первому пункту."],
]) {
  test(`an answer by voice: ${lang}`, { timeout: 120_000 }, async () => {
    const data = dataFolder({ model: true });
    const mine = join(data.folder, "mine.wav");
    const splitter = await browser();
    await split(splitter, example(`${lang}-call.ogg`), mine);
    await splitter.close();
    const server = await serve(data.folder);
    const chrome = await browser({ voice: mine });
    try {
      const context = await chrome.newContext({ permissions: ["microphone"], viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
      const page = await context.newPage();
      await page.addInitScript(() => {
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = async (wanted) => {
          const stream = await real(wanted);
          window.tracks = stream.getTracks();
          return stream;
        };
      });
      page.setDefaultTimeout(60_000);
      await page.goto(server.address);
      if (lang === "ru") await page.locator("[data-lang=ru]").click();
      await page.locator("#practise").click();
      const button = page.locator("#answer-aloud");
      await button.waitFor();
      assert.equal(await button.getAttribute("aria-pressed"), "false");
      await button.click();
      await page.locator(".mic .state.on").waitFor();
      const field = page.locator("#answer-text");
      await page.waitForFunction((pattern) => new RegExp(pattern, "i").test(document.getElementById("answer-text").value), heard.source);
      assert.match(await field.inputValue(), heard);
      // It is a draft: nothing was said yet.
      assert.equal(await page.locator(".talk .mine").count(), 0);
      assert.deepEqual(await barriers(page), []);
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `rehearsal-voice-${lang}.png`) });
      }
      // Off means off, in the browser too.
      await button.click();
      await page.locator("#answer-aloud[aria-pressed=false]").waitFor();
      assert.deepEqual(await page.evaluate(() => window.tracks.map((track) => track.readyState)), ["ended"]);
      await field.fill(correction);
      await field.press("Enter");
      await page.locator(".talk .mine").waitFor();
      assert.match(await page.locator(".talk .mine").innerText(), new RegExp(correction.slice(0, 12)));
      assert.equal(await field.inputValue(), "");
      // Nothing goes anywhere while I am heard, and leaving lets go of the microphone.
      await button.click();
      await page.locator(".mic .state.on").waitFor();
      assert.deepEqual(outside(server.process), []);
      await page.locator("form button.quiet").click();
      await page.locator(".figures").waitFor();
      await page.waitForFunction(() => window.tracks.every((track) => track.readyState === "ended"));
    } finally {
      await server.stop();
      await chrome.close();
      data.remove();
    }
  });
}

test("their lines are spoken by a voice of this computer", { timeout: 60_000 }, async () => {
  const data = dataFolder();
  const server = await serve(data.folder);
  const chrome = await browser();
  try {
    for (const lang of ["en", "ru"]) {
      const page = await chrome.newPage();
      page.setDefaultTimeout(10_000);
      await page.addInitScript(voices);
      await page.goto(server.address);
      await page.locator(`[data-lang=${lang}]`).click();
      await page.locator("#practise").click();
      const first = await page.locator(".talk .theirs p").innerText();
      // Off at first.
      assert.deepEqual(await page.evaluate(() => window.spoken.filter((said) => said !== "silence")), []);
      await page.locator("#read-aloud").check();
      const voice = lang === "en" ? "en-GB true" : "ru-RU true";
      assert.equal(await page.evaluate(() => window.spoken.at(-1)), `${voice}: ${first}`);
      await page.evaluate(() => window.talkedOut());
      await page.locator("#answer-text").fill(lang === "en" ? "Hello! Shall we start with the first point?" : "Здравствуйте! Начнём с первого пункта?");
      await page.locator("#answer-text").press("Enter");
      await page.locator(".talk .theirs").nth(1).waitFor();
      const second = await page.locator(".talk .theirs p").nth(1).innerText();
      assert.equal(await page.evaluate(() => window.spoken.at(-1)), `${voice}: ${second}`);
      // Without a model to hear with, one writes.
      assert.equal(await page.locator("#answer-aloud").isDisabled(), true);
      assert.deepEqual(await barriers(page), []);
      await page.locator("#read-aloud").uncheck();
      assert.equal(await page.evaluate(() => window.spoken.at(-1)), "silence");
      await page.locator("form button.quiet").click();
      await page.locator(".figures").waitFor();
      await page.locator(".rehearsal button").last().click();
      await page.locator("#start").waitFor();
      await page.close();
    }
  } finally {
    await server.stop();
    await chrome.close();
    data.remove();
  }
});

test("without a voice of its own the page says so, and how one stands beside last time", { timeout: 60_000 }, async () => {
  const data = dataFolder();
  const server = await serve(data.folder);
  const chrome = await browser();
  try {
    const page = await chrome.newPage();
    page.setDefaultTimeout(10_000);
    await page.addInitScript(() => { window.speechSynthesis.getVoices = () => [{ lang: "en-US", localService: false, name: "elsewhere" }]; });
    await page.goto(server.address);
    for (const [round, progress] of [[1, null], [2, /Rehearsals so far: 2\. Private talk last time: \d+%\./]]) {
      await page.locator(round === 1 ? "#practise" : ".rehearsal button.main").last().click();
      await page.locator("#answer-text").waitFor();
      if (round === 1) {
        await page.locator("#read-aloud").click();
        await page.locator("#no-voice").filter({ hasText: "no voice of its own" }).waitFor();
      }
      await page.locator("#answer-text").fill("Hello! Shall we start with the first point?");
      await page.locator("#answer-text").press("Enter");
      await page.locator(".talk .mine").waitFor();
      await page.locator("form button.quiet").click();
      await page.locator(".figures").waitFor();
      if (progress) assert.match(await page.locator(".progress").innerText(), progress);
      else assert.equal(await page.locator(".progress").count(), 0);
    }
  } finally {
    await server.stop();
    await chrome.close();
    data.remove();
  }
});

test("a real client's figures set whom one practises with", { timeout: 60_000 }, async () => {
  const data = dataFolder();
  const server = await serve(halfYear(data.folder));
  const chrome = await browser();
  try {
    const page = await chrome.newPage();
    page.setDefaultTimeout(10_000);
    for (const [client, told] of [["Viktor", /behaves as Viktor did in your last 5 calls: .* of the talk private\./], ["Nobody yet", null]]) {
      await page.goto(server.address);
      await page.locator("#client").fill(client);
      await page.locator("#practise").click();
      await page.locator("#answer-text").waitFor();
      if (told) assert.match(await page.locator(".set-by").innerText(), told);
      else assert.equal(await page.locator(".set-by").count(), 0);
      if (pictures && told) await page.screenshot({ path: join(pictures, "rehearsal-set-by.png") });
      await page.locator("form button.quiet").click();
      await page.locator("#start").waitFor();
    }
  } finally {
    await server.stop();
    await chrome.close();
    data.remove();
  }
});
