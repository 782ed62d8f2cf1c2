// A call in sound, heard by the real page: my side comes from a microphone, the other from a shared tab.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browser, dataFolder, example, serve } from "./harness.js";
import { otherSide, split } from "./voices.js";

const pictures = process.env.SEGUE_PICTURES;

for (const [lang, heard] of [
  ["en", { me: /three things|matinee|Friday/i, other: /report|half/i }],
  ["ru", { me: /[а-яё]{4,}/i, other: /[а-яё]{4,}/i }],
]) {
  test(`a call in sound: ${lang}`, { timeout: 180_000 }, async () => {
    const data = dataFolder({ model: true });
    const mine = join(data.folder, "mine.wav");
    const splitter = await browser();
    const sound = await split(splitter, example(`${lang}-call.ogg`), mine);
    await splitter.close();
    const other = await otherSide(sound);
    const chrome = await browser({ voice: mine, args: ["--auto-select-tab-capture-source-by-title=The client's call"] });
    const server = await serve(data.folder, "--client", "Helen", "--minutes", "1", "--ears", "browser", "--lang", lang);
    try {
      const context = await chrome.newContext({ permissions: ["microphone"], reducedMotion: "reduce" });
      const tab = await context.newPage();
      await tab.goto(other.address);
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      await page.goto(server.address);
      await page.locator("#start button[type=submit]").click();
      // Nothing is heard before the client's answer.
      await page.locator(".consent").waitFor();
      assert.equal(await page.locator(".hearing .on").count(), 0);
      await page.locator(".consent button.main").click();
      await page.locator(".hearing .state.on").waitFor();
      await tab.evaluate(() => document.querySelector("audio").play());
      const one = (side) => page.locator(`.hearing .side.on:nth-of-type(${side})`);
      await one(2).waitFor();
      await one(3).waitFor();
      await page.locator(".phase").filter({ hasText: "Business" }).waitFor({ timeout: 60_000 });
      // The planned minute ends: a line says so, in a gap.
      await page.locator(".cue").waitFor({ timeout: 60_000 });
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `listening-${lang}.png`) });
      }
      // The tab goes: the call goes on, and says what happened.
      await tab.close();
      await page.locator(".notices").filter({ hasText: "other side" }).waitFor();
      await page.locator(".side.lost").waitFor();
      await page.keyboard.press("e");
      await page.keyboard.press("e");
      await page.locator(".after").waitFor();
      const turns = await page.locator(".turn").allInnerTexts();
      for (const [side, words] of [["you", heard.me], ["other side", heard.other]]) {
        assert.ok(turns.some((turn) => turn.includes(side) && words.test(turn)), `${side} in ${JSON.stringify(turns)}`);
      }
      await page.locator(".turn").first().click();
      await page.locator("#turn-1").click();
      await page.locator("#was-smalltalk").click();
      await page.locator("#turn-1.smalltalk").waitFor();
    } finally {
      await server.stop();
      await chrome.close();
      other.stop();
      data.remove();
    }
  });
}
