// The small window that stays on top, which headless browsers do not have.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { browser, dataFolder, serve, endCall } from "./harness.js";

const pictures = process.env.SEGUE_PICTURES;

test("the small window shows the clock and the line, takes keys, and goes with the call", { timeout: 60_000 }, async () => {
  const data = dataFolder();
  const server = await serve(data.folder, "--client", "Viktor", "--minutes", "30", "--ears", "none", "--agenda", "Logo");
  const chrome = await browser({ window: true });
  try {
    const context = await chrome.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(server.address);
    await page.locator("#start button[type=submit]").click();
    await page.locator(".call").waitFor();
    const opened = context.waitForEvent("page");
    await page.getByRole("button", { name: "Small window" }).click();
    const small = await opened;
    await small.getByText(/^29:\d\d · left/).waitFor();
    await small.getByRole("button", { name: "We drifted" }).click();
    await small.locator(".line").waitFor();
    assert.equal(await small.locator(".line").innerText(), await page.locator(".cue .line").innerText());
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await small.setViewportSize({ width: 380, height: 230 });
      await small.screenshot({ path: join(pictures, "small.png") });
    }
    await page.locator("[data-lang=ru]").click();
    await small.getByText(/^29:\d\d · осталось/).waitFor();
    await small.getByRole("button", { name: "Сказано" }).waitFor();
    await small.getByText(/^Разговор ушёл от дела: 0:\d\d$/).waitFor();
    await small.keyboard.press("n");
    // The field for a name opens where the key was pressed: in the other window the letters were keys here, and ended the call.
    await small.keyboard.press("p");
    await small.keyboard.press("t");
    await small.locator("#small-name:focus").waitFor();
    await small.keyboard.type("dentist bill: fees");
    if (pictures) await small.screenshot({ path: join(pictures, "small-name.png") });
    await small.keyboard.press("Enter");
    await page.locator(".lists li").filter({ hasText: "dentist bill: fees" }).waitFor();
    await small.locator("#small-name").waitFor({ state: "detached" });
    if (pictures) await small.screenshot({ path: join(pictures, "small-drift.png") });
    await small.keyboard.press("b");
    await page.locator(".drifting").waitFor({ state: "detached" });
    await endCall(page);
    await page.locator(".after").waitFor();
    assert.equal(await page.evaluate(() => window.documentPictureInPicture.window), null);
  } finally {
    await server.stop();
    await chrome.close();
    data.remove();
  }
});
