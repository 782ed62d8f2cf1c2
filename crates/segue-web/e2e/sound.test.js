// A call in sound, heard by the real page: my side comes from a microphone, the other from a shared tab.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { endCall } from "./harness.js";
import { ENGLISH, callInSound, unheard } from "./voices.js";

const pictures = process.env.SEGUE_PICTURES;

for (const [lang, heard] of [
  ["en", ENGLISH],
  ["ru", { me: /[а-яё]{4,}/i, other: /[а-яё]{4,}/i }],
]) {
  test(`a call in sound: ${lang}`, { timeout: 180_000 }, async () => {
    const { page, tab, server, play, stop } = await callInSound(lang, 1);
    try {
      page.setDefaultTimeout(30_000);
      await page.goto(server.address);
      await page.locator("#start button[type=submit]").click();
      // Nothing is heard before the client's answer.
      await page.locator(".consent").waitFor();
      assert.equal(await page.locator(".hearing .on").count(), 0);
      await page.locator(".consent button.main").click();
      await page.locator(".hearing .state.on").waitFor();
      await play();
      const one = (side) => page.locator(`.hearing .side.on:nth-of-type(${side})`);
      await one(2).waitFor();
      await one(3).waitFor();
      await page.locator(".phase").filter({ hasText: "Business" }).waitFor({ timeout: 60_000 });
      // The planned minute ends: a line says so, in a gap, also where words come later than the next turn.
      await page.locator(".cue").waitFor({ timeout: 60_000 });
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `listening-${lang}.png`) });
      }
      // The tab goes: the call goes on, and says what happened.
      await tab.close();
      await page.locator(".notices").filter({ hasText: "other side" }).waitFor();
      await page.locator(".side.lost").waitFor();
      await endCall(page);
      await page.locator(".after").waitFor();
      assert.deepEqual(await unheard(page, heard), []);
      await page.locator(".turn").first().click();
      await page.locator("#turn-1").click();
      await page.locator("#was-smalltalk").click();
      await page.locator("#turn-1.smalltalk").waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), "turn-0", "the keyboard is where the stretch begins");
    } finally {
      await stop();
    }
  });
}

test("after a reload the microphone comes back by itself, and the tab after a click", { timeout: 60_000 }, async () => {
  const { page, server, stop } = await callInSound("en", 30);
  try {
    page.setDefaultTimeout(15_000);
    const [mine, theirs] = [1, 2].map((side) => page.locator(".hearing .side").nth(side - 1));
    const on = (side) => side.and(page.locator(".on")).waitFor();
    await page.goto(server.address);
    await page.locator("#start button[type=submit]").click();
    await page.locator(".consent button.main").click();
    await on(mine);
    await on(theirs);
    await page.reload();
    await page.locator(".notices").filter({ hasText: "The microphone is back." }).waitFor();
    await on(mine);
    await theirs.and(page.locator(".lost")).waitFor();
    await page.locator("[data-channel='1']").click();
    await on(theirs);
    // Where listening was ended, a reload does not begin it.
    await page.locator("#stop-listening").click();
    await page.reload();
    await page.locator("#listen-browser").waitFor();
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => sessionStorage.getItem("heard")), null);
  } finally {
    await stop();
  }
});
