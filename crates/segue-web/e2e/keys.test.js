// A call by the keys, from start to debrief, and each screen for everybody: both languages, light and
// dark, desk and phone, keyboard alone.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { barriers, browser, dataFolder, segue, serve } from "./harness.js";

const pictures = process.env.SEGUE_PICTURES;
let chrome;

before(async () => {
  chrome = await browser();
  if (pictures) mkdirSync(pictures, { recursive: true });
});
after(() => chrome.close());

async function open(address, { scheme = "light", width = 1100, height = 820 } = {}) {
  const context = await chrome.newContext({ viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce", permissions: ["clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(error.message));
  page.on("console", (line) => line.type() === "error" && page.wrong.push(line.text()));
  await page.goto(address);
  await page.locator("#page > *").first().waitFor();
  return page;
}

// Nothing stands in anybody's way; a picture of it, if pictures are wanted.
async function seen(page, name) {
  assert.deepEqual(await barriers(page), [], name);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

async function end(page) {
  // Right after other letters it may be part of a word.
  await page.waitForTimeout(800);
  await page.keyboard.press("e");
  await page.locator(".unseen [role=status]").filter({ hasText: /Press again to end|Ещё раз, чтобы завершить/ }).waitFor();
  await page.keyboard.press("e");
  await page.locator(".after").waitFor();
}

for (const [lang, scheme, width, client, items] of [
  ["en", "light", 1100, "Viktor", ["Logo", "Invoice"]],
  ["en", "dark", 390, "Helen", ["Logo", "Invoice"]],
  ["ru", "dark", 1100, "Лев", ["Логотип", "Счёт"]],
  ["ru", "light", 390, "Анна", ["Логотип", "Счёт"]],
]) {
  test(`a call by the keys: ${lang}, ${scheme}, ${width} pixels wide`, async () => {
    const name = (state) => `${state}-${lang}-${scheme}-${width}`;
    const data = dataFolder();
    const server = await serve(data.folder);
    const page = await open(server.address, { scheme, width });
    try {
      assert.ok(!page.url().includes("token"), "the token leaves the address bar");
      await page.locator(`[data-lang=${lang}]`).click();
      await page.locator(`html[lang=${lang}]`).waitFor();
      // Keyboard alone: the name is where one begins, the rest follows.
      await page.locator("#client").focus();
      await page.keyboard.type(client);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Control+A");
      await page.keyboard.type("30");
      await page.keyboard.press("Tab");
      await page.keyboard.type(items.join("\n"));
      await page.locator("summary").click();
      await page.locator("#lang").selectOption(lang);
      await seen(page, name("start"));
      await page.locator("#client").press("Enter");
      await page.locator(".call").waitFor();
      await seen(page, name("call"));

      await page.keyboard.press("i");
      await page.locator(".current").filter({ hasText: items[0] }).waitFor();
      await page.keyboard.press("d");
      await page.locator(".cue").waitFor();
      const line = await page.locator(".line").innerText();
      assert.ok(line.length > 10 && /[а-яё]/i.test(line) === (lang === "ru"), line);
      await seen(page, name("cue"));
      await page.keyboard.press("Enter");
      await page.locator(".cue").waitFor({ state: "detached" });
      await page.locator("#drop-0").waitFor();
      await page.locator(".drifting").waitFor();
      await page.keyboard.press("b");
      await page.locator(".drifting").waitFor({ state: "detached" });
      await page.keyboard.press("s");
      await page.locator(".snoozed").waitFor();
      await seen(page, name("parked"));

      await end(page);
      await page.locator("#keep-nothing").waitFor();
      await seen(page, name("after"));
      await page.locator("#remember").fill("Moves house in May");
      await page.locator("#remember").press("Enter");
      await page.locator("[role=status]").filter({ hasText: /Remembered|Записано/ }).waitFor();
      // What was parked without words has no name of its own, and goes on to the next call only if it is named and ticked.
      await page.locator("[id^=name-]").first().fill(items[1]);
      await page.keyboard.press("Enter");
      await page.locator("[id^=carry-]").first().check();
      await page.locator(".go button").click();
      await page.locator("#start").waitFor();
      await page.locator("#client").fill(client.toLowerCase());
      await page.locator(".topics").waitFor();
      assert.deepEqual(page.wrong, []);
    } finally {
      await server.stop();
      await page.context().close();
      data.remove();
    }
  });
}

test("a reload, a second page and a crash: the call goes on", async () => {
  const data = dataFolder();
  let server = await serve(data.folder, "--client", "Viktor", "--minutes", "30");
  const page = await open(server.address);
  try {
    await page.locator("#start button[type=submit]").click();
    await page.locator(".call").waitFor();
    await page.keyboard.press("d");
    await page.locator(".cue").waitFor();
    await page.reload();
    await page.locator(".cue").waitFor();
    const second = await open(server.address);
    await second.locator(".cue").waitFor();
    await second.keyboard.press("n");
    await page.locator(".cue").waitFor({ state: "detached" });
    await page.keyboard.press("p");
    await second.locator(".lists li button").waitFor();
    // What is pressed while the program stands still waits, and is carried out in its order.
    process.kill(server.process, "SIGSTOP");
    await page.keyboard.press("d");
    await page.locator("#link").filter({ hasText: "is not answering" }).waitFor();
    await page.keyboard.press("b");
    await page.locator("#link").filter({ hasText: "Waiting to be carried out: 2." }).waitFor();
    process.kill(server.process, "SIGCONT");
    await page.locator("#link").filter({ hasNotText: "is not answering" }).waitFor({ state: "attached" });
    await page.locator("#key-back[aria-disabled]").waitFor();
    // Where nothing happened for a while, a page that comes later has the time of the moment.
    await page.waitForTimeout(3000);
    const [at, later] = await Promise.all([page.locator(".time").innerText(), open(server.address).then((third) => third.locator(".time").innerText())]);
    const seconds = (text) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
    assert.ok(seconds(later) <= seconds(at), `${at}, ${later}`);
    await server.kill();
    await page.locator("#link").filter({ hasText: "is not answering" }).waitFor();
    await page.keyboard.press("d");
    await page.locator("#answer").filter({ hasText: "This was not done" }).waitFor();

    // Where it is started anew, the old tab does not wait for ever.
    server = await serve(data.folder, { port: new URL(server.address).port });
    await page.locator("#link").filter({ hasText: "has been restarted" }).waitFor();
    assert.equal(await page.locator("#answer").innerText(), "", "nothing else is said of it");
    const after = await open(server.address);
    await after.getByRole("button", { name: "Go on with it" }).click();
    await after.locator(".lists li button").waitFor();
    await after.locator(".notices").filter({ hasText: "the call goes on" }).waitFor();
    assert.deepEqual(after.wrong, []);
  } finally {
    await server.stop();
    await page.context().close();
    data.remove();
  }
});

test("an item has its clock, a chat its end, and a drift more than one line", async () => {
  const data = dataFolder();
  const server = await serve(data.folder, "--client", "Viktor", "--minutes", "30", "--agenda", "Logo 10 min", "--agenda", "Invoice");
  const page = await open(server.address);
  const says = (place, text) => page.locator(place).filter({ hasText: text }).first().waitFor();
  try {
    await page.locator("#start button[type=submit]").click();
    await says(".item-clock", /^10 min$/);
    await page.keyboard.press("i");
    await says(".current", /^Logonow · (10:00|9:\d\d) left of 10 min$/);
    await page.keyboard.press("c");
    await says(".phase", "Agreed chat");
    await page.keyboard.press("b");
    await says(".phase", "Business");
    const lines = [];
    for (const _ of [1, 2]) {
      await page.keyboard.press("d");
      await page.locator(".cue").waitFor();
      lines.push(await page.locator(".line").innerText());
      await says("#key-drifted", "Another line");
      await page.keyboard.press("Enter");
      await says("#key-drifted", "Another line");
    }
    assert.ok(lines[0] !== lines[1] && lines.every((line) => !/next|10 min/i.test(line)), lines.join(" | "));
    await page.keyboard.press("s");
    await says(".snoozed", "Quiet for 5 more min");
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(page.wrong, []);
  } finally {
    await server.stop();
    await page.context().close();
    data.remove();
  }
});

test("a departure asks for its reason once and drafts the note", async () => {
  const data = dataFolder();
  const server = await serve(data.folder);
  const page = await open(server.address);
  try {
    await page.locator("#client").fill("Viktor");
    await page.locator("#start button[type=submit]").click();
    await page.locator(".call").waitFor();
    // Two minutes too long would take two minutes: a call that was moved is told by its reason.
    await end(page);
    await page.evaluate(async () => {
      const token = sessionStorage.getItem("token");
      const body = JSON.stringify({ do: "reason", kind: "moved", reason: "connection" });
      await fetch("/api/command", { method: "POST", headers: { authorization: `Bearer ${token}` }, body });
    });
    const departure = page.locator(".departure");
    await departure.waitFor();
    assert.equal(await departure.locator("input").inputValue(), "The connection.");
    await departure.getByRole("button", { name: "as an email" }).click();
    const note = await departure.locator("textarea").inputValue();
    assert.match(note, /Viktor/);
    assert.match(note, /connection/i);
    await departure.getByRole("button", { name: "Copy" }).click();
    await departure.getByText("Copied.").waitFor();
    assert.deepEqual(await barriers(page), []);
    assert.deepEqual(page.wrong, []);
  } finally {
    await server.stop();
    await page.context().close();
    data.remove();
  }
});

// Two texts stood there at once, and the one with the button announced nothing.
test("the announcement is one text, and is said with its button", async () => {
  const data = dataFolder();
  segue(data.folder, "client", "add", "Priya");
  const script = segue(data.folder, "announce", "Priya", "--why", "busy", "--change", "work-only", "--minutes", "25", "--welcome", "none", "--length", "half");
  const server = await serve(data.folder, "--client", "Priya", "--agenda", "Logo");
  const page = await open(server.address, { width: 390, height: 700 });
  try {
    await page.locator("#start button[type=submit]").click();
    await page.locator(".call").waitFor();
    await page.keyboard.press("i");
    await page.locator(".announcement #cue-said_it").waitFor();
    const said = (await page.locator(".announcement .aloud").innerText()).replace(/\s+/g, " ");
    assert.ok(script.replace(/\s+/g, " ").includes(said) && said.includes("25 minutes"), said);
    assert.equal(await page.locator(".cue, .line").count(), 0, "no other text");
    await seen(page, "announcement-en-light-390");
    // Whoever is not ready yet has it put away, and can still read it; the keys work from there.
    await page.keyboard.press("n");
    await page.locator(".announcement").waitFor({ state: "detached" });
    await page.locator(".due summary").focus();
    await page.keyboard.press("Enter");
    assert.equal((await page.locator(".due .aloud").innerText()).replace(/\s+/g, " "), said);
    await page.keyboard.press("s");
    await page.locator(".snoozed").waitFor();
    await page.keyboard.press("s");
    await page.locator(".snoozed").waitFor({ state: "detached" });
    await page.locator(".due summary").click();
    // Made by a slip, it could not be taken back; right after other letters it may be part of a word.
    await page.waitForTimeout(800);
    await page.keyboard.press("a");
    await page.locator("#key-announced.sure").waitFor();
    assert.equal(await page.locator(".due").count(), 1);
    await page.keyboard.press("a");
    await page.locator(".due").waitFor({ state: "detached" });
    assert.deepEqual(page.wrong, []);
  } finally {
    await server.stop();
    await page.context().close();
    data.remove();
  }
});

// The call began where the button had been: no clock, and lines above the window.
test("on a narrow window the call begins at its clock, and a line comes into view", async () => {
  const data = dataFolder();
  const server = await serve(data.folder);
  const page = await open(server.address, { width: 390, height: 700 });
  const inView = (place) => page.locator(place).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  try {
    await page.locator("#client").fill("Viktor");
    await page.locator("#agenda").fill("- Hotel video\n2) Edits\n• Payment\n-\n5 min");
    await page.locator("summary").click();
    await page.locator("#start button[type=submit]").click();
    await page.locator(".call").waitFor();
    assert.ok(await inView(".time"), "the clock is there");
    assert.deepEqual(await page.locator(".lists ol li > span").allInnerTexts(), ["Hotel video", "Edits", "Payment"]);
    await page.keyboard.press("p");
    await page.keyboard.press("p");
    await page.locator("#drop-1").waitFor();
    const names = await page.locator(".lists ul input, .lists ul button").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    assert.ok(names.every((name) => /\d:\d\d/.test(name)), names.join(" | "));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.keyboard.press("d");
    await page.locator(".cue").waitFor();
    await page.waitForFunction(() => document.querySelector(".cue").getBoundingClientRect().top >= 0);
    assert.ok(await inView(".cue"), "the line is there");
    await end(page);
    await page.locator("form button").click();
    await page.locator("[role=status]").filter({ hasText: "Write it down first" }).waitFor();
    assert.deepEqual(page.wrong, []);
  } finally {
    await server.stop();
    await page.context().close();
    data.remove();
  }
});

test("an address without its token says so, and nothing that is not so", async () => {
  const data = dataFolder();
  const server = await serve(data.folder);
  const page = await open(new URL("/", server.address).href);
  try {
    await page.getByText("This address is incomplete").waitFor();
    assert.equal(await page.locator("#link").innerText(), "");
    assert.deepEqual(page.wrong, []);
  } finally {
    await server.stop();
    await page.context().close();
    data.remove();
  }
});

// "All is well." stood below "1:43 over", and a call of two seconds "stayed with the work".
test("over the plan not all is well, and of what nobody heard nothing is told", async () => {
  const data = dataFolder();
  const server = await serve(data.folder, "--minutes", "1");
  const page = await open(server.address);
  try {
    await page.clock.install();
    await page.reload();
    for (const [lang, calm, up, nothing] of [
      ["en", "All is well.", "Time is up: a good moment to say goodbye.", "No private talk was marked in this call."],
      ["ru", "Всё в порядке.", "Время вышло: можно прощаться.", "Личное в этом разговоре не отмечено."],
    ]) {
      await page.locator(`[data-lang=${lang}]`).click();
      await page.locator("#start button[type=submit]").click();
      await page.locator(".calm").filter({ hasText: calm }).waitFor();
      await page.clock.fastForward(70_000);
      await page.locator(".calm").filter({ hasText: up }).waitFor();
      await end(page);
      assert.equal(await page.locator(".after h1").innerText(), nothing);
      assert.equal(await page.locator(".figures dt").count(), 1, "its length is all that is known");
      await page.locator(".go button").click();
    }
    assert.deepEqual(page.wrong, []);
  } finally {
    await server.stop();
    await page.context().close();
    data.remove();
  }
});
