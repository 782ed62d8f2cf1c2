// Practice on the page: answers, a hint, what they were worth, and once more.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { barriers, browser, dataFolder, serve } from "./harness.js";

const pictures = process.env.SEGUE_PICTURES;

for (const [lang, dark, width, mine] of [
  ["en", false, 1100, ["Good morning! We have two things today, shall we start with the first?", "Oh wow, really? What did he say to that?", "Ha, what a story! Let's keep that for the end. Shall we do the first point?"]],
  ["ru", true, 390, ["Здравствуйте! Сегодня у нас два пункта, начнём с первого?", "Ничего себе, правда? И что он сказал?", "Ха, вот это история! Отложим на конец созвона? Давайте к первому пункту."]],
]) {
  test(`a rehearsal: ${lang}`, { timeout: 60_000 }, async () => {
    const data = dataFolder();
    const server = await serve(data.folder);
    const chrome = await browser();
    try {
      const page = await chrome.newPage({ viewport: { width, height: 800 }, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
      page.setDefaultTimeout(10_000);
      await page.goto(server.address);
      if (lang === "ru") await page.locator("[data-lang=ru]").click();
      await page.locator("#practise").click();
      await page.locator(".talk .theirs").waitFor();
      assert.deepEqual(await barriers(page), []);
      const field = page.locator("#answer-text");
      for (const [index, text] of mine.entries()) {
        await field.fill(text);
        await field.press("Enter");
        // Whoever is impatient says it once all the same.
        await field.press("Enter");
        await page.locator(".talk .mine").nth(index).waitFor();
        assert.equal(await page.locator(".talk .mine").count(), index + 1);
        assert.equal(await field.inputValue(), "");
      }
      // Asking without a word shows what segue would say; where there is nothing to steer, it says so.
      await field.fill("");
      await field.press("Enter");
      await page.locator(".nothing, .talk + * .line, .card .line").first().waitFor();
      // Typing survives asking what segue would say.
      await field.fill("Hm");
      await page.locator("form .row button").nth(1).click();
      assert.equal(await field.inputValue(), "Hm");
      if (pictures) {
        mkdirSync(pictures, { recursive: true });
        await page.screenshot({ path: join(pictures, `rehearsal-${lang}.png`) });
      }
      await page.locator("form button.quiet").click();
      await page.locator(".figures").waitFor();
      const marks = await page.locator(".talk .mine .marks").allInnerTexts();
      assert.match(marks[1], lang === "en" ? /feeds it/ : /подхватывает/);
      assert.match(marks[2], lang === "en" ? /back to the work · warm/ : /к делу · тепло/);
      assert.equal(await field.isVisible(), false);
      assert.deepEqual(await barriers(page), []);
      if (pictures) await page.screenshot({ path: join(pictures, `rehearsal-end-${lang}.png`), fullPage: true });
      const first = await page.locator(".talk .theirs").first().innerText();
      await page.locator("button.main").last().click();
      await page.locator("#answer-text").waitFor();
      assert.notEqual(await page.locator(".talk .theirs").first().innerText(), first);
      await page.locator("form button.quiet").click();
      await page.locator("#start").waitFor();
    } finally {
      await server.stop();
      await chrome.close();
      data.remove();
    }
  });
}
