// What is done by a slip can be taken back or is asked about, and what keys change is told to whoever does not see it.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { barriers, browser, dataFolder, serve, endCall } from "./harness.js";

const pictures = process.env.SEGUE_PICTURES;
let chrome;

before(async () => {
  chrome = await browser();
  if (pictures) mkdirSync(pictures, { recursive: true });
});
after(() => chrome.close());

// A page in that language before a program of its own, which can be killed and started again.
async function visit(lang, words, walk) {
  const data = dataFolder();
  const programs = [await serve(data.folder, ...words)];
  const context = await chrome.newContext({ viewport: { width: lang === "ru" ? 390 : 1100, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(error.message));
  const open = async () => {
    await page.goto(programs.at(-1).address);
    await page.locator(`[data-lang=${lang}]`).click();
    await page.locator(`html[lang=${lang}]`).waitFor();
  };
  const again = async () => {
    await programs.at(-1).kill();
    programs.push(await serve(data.folder));
    await open();
  };
  try {
    await open();
    await walk(page, again);
    assert.deepEqual(page.wrong, []);
  } finally {
    await programs.at(-1).stop();
    await context.close();
    data.remove();
  }
}

async function seen(page, name) {
  assert.deepEqual(await barriers(page), [], name);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

const begin = async (page) => {
  await page.locator("#start button[type=submit]").click();
  await page.locator(".call").waitFor();
};

// A call with a drift, of which the program was killed.
const cutOff = async (page, again) => {
  await begin(page);
  await page.keyboard.press("d");
  await page.locator(".cue").waitFor();
  await page.waitForTimeout(1500);
  await again();
};

for (const lang of ["en", "ru"]) {
  const CALL = ["--client", "Viktor", "--minutes", "30", "--agenda", "Logo", "--agenda", "Invoice"];

  test(`a call ended by mistake goes on: ${lang}`, async () => {
    await visit(lang, CALL, async (page) => {
      await begin(page);
      await page.keyboard.press("i");
      await page.locator(".current").waitFor();
      await endCall(page);
      await page.locator("#go-on").waitFor();
      await seen(page, `go-on-${lang}`);
      // By the keyboard it is near.
      await page.locator("h1").focus();
      for (let tabs = 0; tabs < 3 && !await page.locator("#go-on:focus").count(); tabs++) await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.locator(".call").waitFor();
      await page.locator(".current").filter({ hasText: "Logo" }).waitFor();
      assert.equal(await page.locator(".calm").count(), 1);
    });
  });

  test(`forgetting a call that was cut off is asked about and told: ${lang}`, async () => {
    await visit(lang, CALL, async (page, again) => {
      await cutOff(page, again);
      await page.locator("#discard").click();
      await page.locator("#discard-yes").waitFor();
      // Whoever presses Enter once more by mistake leaves it.
      assert.equal(await page.locator("#discard-no:focus").count(), 1);
      await seen(page, `discard-${lang}`);
      await page.keyboard.press("Enter");
      await page.locator("#discard:focus").click();
      await page.locator("#discard-yes").click();
      await page.locator("#answer").filter({ hasText: /The call is forgotten|Разговор удалён/ }).waitFor();
      await page.locator("#cut-off").waitFor({ state: "detached" });
      assert.equal(await page.locator("#client:focus").count(), 1, "the keyboard goes on at the beginning");
    });
  });

  test(`a call that was cut off ends where it broke off, and the next one begins: ${lang}`, async () => {
    await visit(lang, CALL, async (page, again) => {
      await cutOff(page, again);
      await page.locator("#client").fill("Ines");
      await page.keyboard.press("Enter");
      await page.locator("#answer").filter({ hasText: /end it or forget it|закончите или удалите/ }).waitFor();
      await seen(page, `settle-${lang}`);
      await page.locator("#settle").click();
      await page.locator(".after").waitFor();
      await page.locator(".after .go button").click();
      await page.locator("#start").waitFor();
      assert.equal(await page.locator("#client").inputValue(), "Ines", "what was typed is there");
      await begin(page);
    });
  });

  test(`an item that was passed by a slip is gone back to, and a topic is not dropped by one: ${lang}`, async () => {
    await visit(lang, CALL, async (page) => {
      await begin(page);
      await page.keyboard.press("i");
      await page.keyboard.press("i");
      await page.locator(".current").filter({ hasText: "Logo" }).waitFor();
      await page.waitForTimeout(500);
      await page.keyboard.press("i");
      await page.locator(".current").filter({ hasText: "Invoice" }).waitFor();
      await seen(page, `items-${lang}`);
      await page.locator("#item-0").click();
      await page.locator(".current").filter({ hasText: "Logo" }).waitFor();
      await page.locator("#item-1").waitFor();
      await page.keyboard.press("p");
      await page.locator("#drop-0").dblclick();
      await page.locator("#drop-0.sure").filter({ hasText: /Drop it\?|Убрать\?/ }).click();
      await page.locator("#drop-0").waitFor({ state: "detached" });
    });
  });

  test(`what keys change is told, and a parked topic is named by keys: ${lang}`, async () => {
    await visit(lang, CALL, async (page) => {
      await begin(page);
      const told = (text) => page.locator(".unseen [role=status]").filter({ hasText: text }).waitFor();
      await page.keyboard.press("i");
      await told(lang === "en" ? /Now: Business\. Item: Logo\./ : /Сейчас: Дело\. Пункт: Logo\./);
      await page.keyboard.press("p");
      await told(lang === "en" ? /Parked for the end at 0:\d\d\. Press T/ : /Тема \(0:\d\d\) отложена на конец\. .*нажмите T/);
      await page.keyboard.press("t");
      await page.locator(".name:focus").waitFor();
      await seen(page, `naming-${lang}`);
      // Keys are letters there; Escape gives them back to the call.
      await page.keyboard.type("dbe");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator(".name").inputValue(), "");
      assert.equal(await page.locator(".drifting").count(), 0);
      await page.keyboard.press("t");
      await page.keyboard.type("the badger");
      await page.keyboard.press("Enter");
      await page.locator(".lists li").filter({ hasText: "the badger" }).waitFor();
      // The name just given is put right by the same key.
      await page.keyboard.press("t");
      assert.equal(await page.locator(".name:focus").inputValue(), "the badger");
      await page.keyboard.type("the bees");
      await page.keyboard.press("Enter");
      await page.locator(".lists li").filter({ hasText: "the bees" }).waitFor();
      await told(lang === "en" ? "Parked for the end: the bees." : "Отложено на конец: the bees.");
      assert.equal(await page.locator(".name").count(), 0);
      await page.keyboard.press("d");
      await page.locator(".cue").waitFor();
      // What is typed where no field is open is no keys: two letters of a word ended the call.
      await page.keyboard.type("bees");
      await page.locator("#drop-0").dblclick();
      await page.locator("#drop-0.sure").click();
      await page.locator("#drop-0").waitFor({ state: "detached" });
      await page.keyboard.press("t");
      await told(lang === "en" ? "Nothing is parked yet" : "Ничего не отложено");
      await page.keyboard.type("dentist: fees");
      await page.waitForTimeout(200);
      assert.deepEqual([await page.locator(".call").count(), await page.locator(".drifting").count()], [1, 0]);
    });
  });
}

test("the clock tells that the end is near by the length of the call", async () => {
  for (const [minutes, soon] of [["3", false], ["30", false]]) {
    await visit("en", ["--client", "Viktor", "--minutes", minutes], async (page) => {
      await begin(page);
      await page.waitForTimeout(1200);
      assert.equal(await page.locator(".time.soon").count() > 0, soon, `${minutes} min`);
      if (pictures && minutes === "3") await page.screenshot({ path: join(pictures, "short-call.png") });
    });
  }
});
