// A call in sound, heard natively: my side from the microphone of this computer, the other from what its speakers play.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { barriers, outside, endCall } from "./harness.js";
import { callByDevices } from "./system.js";
import { ENGLISH, unheard } from "./voices.js";

const pictures = process.env.SEGUE_PICTURES;

// The devices that a program listens to.
function heard({ control }) {
  const table = (what) => control("list", "short", what).split("\n").filter(Boolean).map((line) => line.split("\t"));
  const name = new Map(table("sources").map(([index, name]) => [index, name]));
  return table("source-outputs").filter(([,, client]) => client !== "-").map(([, source]) => name.get(source)).sort();
}

test("a call in sound, by this computer's own devices", { timeout: 180_000 }, async () => {
  const { page, server, sound, folder, play, stop } = await callByDevices(1, { late: true });
  try {
    page.setDefaultTimeout(30_000);
    await page.goto(server.address);
    // Devices that come late are noticed, and what was typed in the meantime stays.
    await page.locator("#agenda").fill("Logo");
    await page.getByText("No microphone and no speakers were found.").waitFor();
    sound.start();
    await page.getByText("Me: Microphone. The other side: Monitor of Speakers.").waitFor();
    assert.equal(await page.locator("#agenda").inputValue(), "Logo");
    assert.deepEqual(await barriers(page), []);
    await page.locator("#start button[type=submit]").click();
    // Nothing is heard before the client's answer: no program listens to the devices.
    await page.locator(".consent").waitFor();
    assert.deepEqual(heard(sound), []);
    await page.locator(".consent button.main").click();
    await page.locator(".hearing .side.on:nth-of-type(3)").waitFor();
    play();
    await page.locator(".phase").filter({ hasText: "Business" }).waitFor({ timeout: 60_000 });
    await page.locator(".cue").waitFor({ timeout: 60_000 });
    // While it listens, nothing but this machine is talked to, and no sound is written.
    assert.deepEqual(outside(server.process), []);
    const written = readdirSync(folder).filter((name) => !/^(mine\.wav|theirs\.wav|models|pulse)$/.test(name));
    assert.ok(written.every((name) => /^segue\.|lock/.test(name)), written.join());
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, "system.png") });
    }
    // Headphones are plugged in: the call goes on with what they play.
    sound.control("load-module", "module-null-sink", "sink_name=headphones");
    sound.control("set-default-sink", "headphones");
    // The microphone is unplugged: the page says so, and finds it again.
    sound.control("unload-module", "module-remap-source");
    await page.locator(".notices").filter({ hasText: "microphone was lost" }).waitFor();
    sound.control("load-module", "module-remap-source", "master=air.monitor", "source_name=microphone");
    await page.locator(".notices").filter({ hasText: "microphone is back" }).waitFor();
    await page.locator(".hearing .side.on:nth-of-type(3)").waitFor();
    assert.ok(heard(sound).includes("headphones.monitor"), heard(sound));
    await endCall(page);
    await page.locator(".after").waitFor();
    // Nothing is listened to after the call.
    assert.deepEqual(heard(sound), []);
    assert.deepEqual(await unheard(page, ENGLISH), []);
  } finally {
    await stop();
  }
});
