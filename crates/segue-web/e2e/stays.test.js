// What is typed, chosen and focused stays where it is while the page changes around it, and the keyboard is never left nowhere.

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

// A page before a program of its own; `change` may change a state on its way to the page.
async function visit(walk, { words = [], change } = {}) {
  const data = dataFolder();
  const server = await serve(data.folder, ...words);
  const context = await chrome.newContext({ viewport: { width: 1100, height: 900 }, reducedMotion: "reduce", permissions: ["clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(error.message));
  const told = change ? await tell(page, change) : null;
  try {
    await page.goto(server.address);
    await page.locator("#page > *").first().waitFor();
    await walk(page, told ?? server);
    assert.deepEqual(page.wrong, []);
  } finally {
    await server.stop();
    await context.close();
    data.remove();
  }
}

// Lets `change` have its way with every state: `again` sends the last one once more, `cut` cuts the page off from the program.
async function tell(page, change) {
  let [again, cut] = [() => {}, () => {}];
  await page.routeWebSocket(/api\/events/, (socket) => {
    const server = socket.connectToServer();
    let last = null;
    const send = () => {
      const state = JSON.parse(last);
      change(state);
      socket.send(JSON.stringify(state));
    };
    again = send;
    cut = () => socket.close();
    server.onMessage((message) => {
      if (!message) return socket.send(message);
      last = message;
      send();
    });
  });
  return { again: () => again(), cut: () => cut() };
}

const commanded = (page, body) => page.evaluate(async (command) => {
  const headers = { authorization: `Bearer ${sessionStorage.getItem("token")}` };
  await fetch("/api/command", { method: "POST", headers, body: JSON.stringify(command) });
}, body);

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.tagName);

async function translate(page, lang) {
  await page.locator(`[data-lang=${lang}]`).click();
  await page.locator(`html[lang=${lang}]`).waitFor();
}

async function values(page, expected) {
  for (const [id, value] of Object.entries(expected)) assert.equal(await page.locator(`#${id}`).inputValue(), value, id);
}

async function seen(page, name) {
  assert.deepEqual(await barriers(page), [], name);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

const FILLED = { client: "Nora", minutes: "45", agenda: "Logo\nInvoice", next: "on Friday", about: "A shop for tea" };

test("what was typed before a call outlives another language, a look at the clients and news of them", () => visit(async (page) => {
  await page.locator("summary").click();
  for (const [id, value] of Object.entries(FILLED)) await page.locator(`#${id}`).fill(value);
  await page.locator("#tone").selectOption("direct");
  await translate(page, "ru");
  await page.getByRole("heading", { name: "Перед разговором" }).waitFor();
  await values(page, { ...FILLED, tone: "direct", lang: "ru" });
  await page.locator("#about").waitFor({ state: "visible" });
  await seen(page, "typed-ru");
  // Half a word is in the making when somebody else becomes a client.
  await page.locator("#client").focus();
  await page.keyboard.press("ArrowLeft");
  await commanded(page, { do: "client", card: { name: "Viktor", minutes: 50, about: "A bakery" } });
  await page.locator("option[value=Viktor]").waitFor({ state: "attached" });
  await page.keyboard.type("mi");
  await values(page, { ...FILLED, client: "Normia" });
  await page.locator("#to-clients").click();
  await page.locator("#to-start").click();
  await values(page, { ...FILLED, client: "Normia" });
  await page.locator("#practise").click();
  await page.locator("#answer-text").waitFor();
  await page.locator("form button.quiet").click();
  await page.locator("#start").waitFor();
  await values(page, { ...FILLED, client: "Normia" });

  // A client who is known: the card counts where nothing was typed since, also when it has changed meanwhile.
  await page.locator("#client").fill("Viktor");
  await values(page, { minutes: "50", about: "A bakery", next: "" });
  await page.locator("#next").fill("on Monday");
  await commanded(page, { do: "client", was: "Viktor", card: { name: "Viktor", minutes: 25, about: "A bakery" } });
  await page.waitForFunction(() => document.getElementById("minutes").value === "25");
  await translate(page, "en");
  await values(page, { client: "Viktor", minutes: "25", about: "A bakery", next: "on Monday", agenda: FILLED.agenda });
  await page.locator("#client").fill("Viktoria");
  await values(page, { ...FILLED, client: "Viktoria" });

  // The next call is another one.
  await page.locator("#client").press("Enter");
  await page.locator(".call").waitFor();
  await endCall(page);
  await page.locator(".after .go button").click();
  await page.locator("#start").waitFor();
  await values(page, { client: "", minutes: "30", agenda: "", about: "" });
}));

test("what was typed on the other pages outlives another language", () => visit(async (page) => {
  await page.locator("#to-clients").click();
  await page.locator("#new-name").fill("Vik");
  await translate(page, "ru");
  await values(page, { "new-name": "Vik" });
  await commanded(page, { do: "client", card: { name: "Nora" } });
  await page.locator(".person").waitFor();
  await values(page, { "new-name": "Vik" });
  await page.locator(".person").click();
  await page.locator("#rate").fill("77 €");
  await page.locator("#forgetting").click();
  await page.locator("#sure").fill("nora");
  await translate(page, "en");
  await values(page, { rate: "77 €", sure: "nora" });
  assert.ok(await page.locator("#forget").isEnabled());
  await page.locator("#save").click();
  await page.locator("#saved").filter({ hasText: "Saved." }).waitFor();
  await page.locator("#to-announce").click();
  await page.locator("[name=why][value=busy]").check();
  await page.locator("#welcome-own").fill("A joke is always welcome.");
  await page.locator("#me").fill("Dana");
  await page.locator("#me").blur();
  await page.locator("#scripts").filter({ hasText: "A joke" }).waitFor();
  // The arrow keys go on from script to script.
  await page.locator("[name=length][value=half]").focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => document.activeElement.value), "breath");
  await translate(page, "ru");
  await page.locator("#scripts").filter({ hasText: "A joke" }).waitFor();
  assert.deepEqual(await page.locator("input:checked").evaluateAll((all) => all.map(({ value }) => value)), ["busy", "chat-at-end", "own", "breath"]);
  await values(page, { me: "Dana", "welcome-own": "A joke is always welcome." });
  await page.locator("#to-client").click();
  await page.locator("#to-prepare").click();
  await page.locator("#items").fill("Checkout");
  await translate(page, "en");
  await page.locator("#preparation").filter({ hasText: "Checkout" }).waitFor();
  await values(page, { items: "Checkout" });
  await page.locator("#to-client").click();
  await page.locator("#to-clients").click();
  await page.locator("#to-start").click();
  await page.locator("#practise").click();
  await page.locator("#answer-text").fill("Hm, well");
  await translate(page, "ru");
  await values(page, { "answer-text": "Hm, well" });
}));

test("the keyboard is never left nowhere", () => visit(async (page) => {
  await page.locator("#client").focus();
  await page.keyboard.type("Viktor");
  await page.locator("#agenda").fill("Logo");
  await page.locator("#start button[type=submit]").focus();
  await page.keyboard.press("Enter");
  await page.locator(".call").waitFor();
  assert.match(await page.evaluate(() => document.activeElement.textContent), /^Viktor/, "a call begins at its heading");
  // A key that is gone: the next one is a Tab away.
  await page.locator("#key-drifted").focus();
  await page.keyboard.press("Enter");
  await page.locator("#key-back").waitFor();
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /^key-/);
  await page.locator("#cue-not_now").focus();
  await page.keyboard.press("Enter");
  await page.locator(".cue").waitFor({ state: "detached" });
  await page.keyboard.press("Tab");
  assert.match(await focused(page), /^key-/);
  // Topics are dropped one after the other.
  await page.locator("#key-park").focus();
  await page.keyboard.press("Enter");
  await page.locator("#drop-0").waitFor();
  // One drift has one topic; another one is put aside after it.
  await page.keyboard.press("b");
  await page.locator("#key-drifted").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("#drop-1").waitFor();
  await page.locator("#drop-0").focus();
  await page.keyboard.press("Enter");
  await page.locator("#drop-0.sure").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("#drop-0").waitFor({ state: "detached" });
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "name-1");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "drop-1");
  await page.locator("#key-end_call").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.locator(".after").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".after h1")), true, "the debrief is read on");
  await seen(page, "after-focus");
  // In another language the keyboard stays where it is.
  await page.locator("[data-lang=ru]").focus();
  await page.keyboard.press("Enter");
  await page.locator("html[lang=ru]").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.dataset.lang), "ru");
  await page.locator(".after .go button").focus();
  await page.keyboard.press("Enter");
  await page.locator("#start").waitFor();
  assert.equal(await focused(page), "client");
  await page.locator("#practise").focus();
  await page.keyboard.press("Enter");
  await page.locator("#answer-text").fill("Здравствуйте! Начнём с первого пункта?");
  await page.keyboard.press("Enter");
  await page.locator(".talk .mine").waitFor();
  await page.locator("form button.quiet").focus();
  await page.keyboard.press("Enter");
  await page.locator(".figures").waitFor();
  assert.equal(await focused(page), "H1", "how it went is read next");
}));

test("a key that was clicked does not take Enter from the line", () => visit(async (page) => {
  await page.locator("#start button[type=submit]").click();
  await page.locator("#key-park").click();
  await page.locator("#drop-0").waitFor();
  await page.keyboard.press("d");
  await page.locator(".cue").waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".cue").waitFor({ state: "detached" });
  assert.equal(await page.locator(".lists li").filter({ hasText: "waiting" }).count(), 2, "the line was said, nothing was parked again by the key");
}));

test("what asks for a reason stays under the click and the keyboard", async () => {
  const asked = { reason: false, announcement: null, speaking: false };
  const change = (state) => {
    if (!state.call) return;
    state.call.ask_reason = asked.reason ? { kind: "overrun", seconds: 130 } : null;
    state.call.announcement = asked.announcement;
    state.call.ears = "browser";
    state.call.listening = { state: "on", me: { state: "on", speaking: asked.speaking }, other: { state: "lost", speaking: false }, message: "" };
  };
  await visit(async (page, { again }) => {
    await page.locator("#start button[type=submit]").click();
    await page.locator(".call").waitFor();
    const given = [];
    await page.route(/api\/command/, async (route) => {
      const body = route.request().postDataJSON();
      if (body.do === "reason" || body.do === "ears") given.push(body.reason ?? body.ears);
      await route.continue();
    });
    const press = async (id, meanwhile) => {
      const { x, y, height, width } = await page.locator(`#${id}`).boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      meanwhile();
      again();
      await page.waitForTimeout(100);
      await page.mouse.up();
      await page.waitForTimeout(100);
    };
    asked.reason = true;
    again();
    await page.locator("#reason-connection").focus();
    asked.announcement = { script: "From now on", state: "due" };
    again();
    asked.speaking = true;
    again();
    await page.locator(".hearing .speaking").waitFor();
    assert.equal(await focused(page), "reason-connection");
    await seen(page, "asked-reason");
    await press("reason-connection", () => { asked.announcement = { script: "From now on", state: "said" }; });
    await press("stop-listening", () => { asked.speaking = false; });
    assert.deepEqual(given, ["connection", "none"]);
  }, { change });
});

test("a departure's reason and its note stay while they are written", () => visit(async (page) => {
  await page.locator("#client").fill("Viktor");
  await page.locator("#start button[type=submit]").click();
  await page.locator(".call").waitFor();
  await endCall(page);
  await page.locator(".after").waitFor();
  await commanded(page, { do: "reason", kind: "moved", reason: "" });
  const own = page.locator("#own-moved");
  await own.click();
  await page.keyboard.type("The bus was");
  await commanded(page, { do: "reason", kind: "long_greeting", reason: "mine" });
  await page.locator("#own-long_greeting").waitFor();
  await page.keyboard.type(" late");
  assert.equal(await own.inputValue(), "The bus was late");
  // The reason is taken when the field is left, and the click that leaves it counts too.
  const mail = page.locator(".departure").first().getByRole("button", { name: "as an email" });
  const { x, y, width, height } = await mail.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.waitForTimeout(300);
  await page.mouse.up();
  const draft = page.locator("#draft-moved");
  await page.waitForFunction(() => document.getElementById("draft-moved")?.value.toLowerCase().includes("the bus was late"));
  // Another reason, another note, until somebody writes in it.
  await page.locator(".departure").first().getByRole("button", { name: "the connection" }).click();
  await page.waitForFunction(() => /connection/i.test(document.getElementById("draft-moved").value));
  assert.equal(await own.inputValue(), "The connection.");
  await draft.fill("Dear Viktor, my own words");
  await page.locator(".departure").first().getByRole("button", { name: "it came from them" }).click();
  await page.locator(".departure h3").first().filter({ hasText: "it came from them" }).waitFor();
  await page.locator("#remember").fill("Moves in M");
  await page.locator("#keep-figures").check();
  await translate(page, "ru");
  await values(page, { "draft-moved": "Dear Viktor, my own words", remember: "Moves in M", "own-moved": "The connection." });
  await seen(page, "departure-ru");
}));

test("a page that was cut off, as by a laptop that slept, comes back as it was", () => visit(async (page, { cut }) => {
  await page.locator("#client").fill("Viktor");
  await page.locator("#start button[type=submit]").click();
  await page.locator(".call").waitFor();
  await page.keyboard.press("d");
  await page.locator("#cue-said_it").focus();
  const back = async () => {
    cut();
    await page.locator("#link").filter({ hasText: "is not answering" }).waitFor();
    await page.locator("body:not(.away)").waitFor();
    await page.waitForTimeout(200);
  };
  await back();
  assert.equal(await focused(page), "cue-said_it");
  await page.locator(".drifting, .cue").first().waitFor();
  await endCall(page);
  await page.locator(".after").waitFor();
  await page.locator("#remember").fill("Moves in M");
  await back();
  await page.keyboard.type("ay");
  await values(page, { remember: "Moves in May" });
}, { change: () => {} }));
