// Looks at the pages in a real browser: nothing is loaded or logged, axe finds nothing, nothing sticks
// out sideways, the keys work. Leaves screenshots.
// Usage: npm install && node check.mjs OUT NAME=page.html...   (CHROMIUM names another browser)
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [out, ...pages] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
let passed = 0;
let failed = 0;
const expect = (right, what) => {
  if (right) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED: ${what}`);
  }
};

async function look(name, url, size, colorScheme) {
  const context = await browser.newContext({ viewport: size, colorScheme, bypassCSP: false });
  const page = await context.newPage();
  const noise = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("request", (request) => request.url() === url || noise.push(`request ${request.url()}`));
  await page.goto(url);
  const title = `${name}-${size.width}-${colorScheme}`;
  await page.screenshot({ path: `${out}/${title}.png`, fullPage: true });
  expect(!noise.length, `${title}: ${noise.join("; ")}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide <= 0, `${title}: ${wide} px stick out`);
  await context.close();

  // axe is put in from outside, which the page's own policy would rightly refuse.
  const trusting = await browser.newContext({ viewport: size, colorScheme, bypassCSP: true });
  const tested = await trusting.newPage();
  await tested.goto(url);
  await tested.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
  await tested.addScriptTag({ content: axe });
  const { violations } = await tested.evaluate(() => globalThis.axe.run());
  const told = violations.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)} ${one.nodes[0].failureSummary}`);
  expect(!violations.length, `${title}: ${told.join("\n  ")}`);
  await trusting.close();
}

async function walk(name, url) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 800 } });
  await page.goto(url);
  if (!(await page.$("#lanes"))) return page.close();
  const told = () => page.textContent("#moment");
  const stops = () => page.$$eval("#lanes [tabindex='0']", (all) => all.length);
  await page.focus("#lanes a.block");
  const first = await told();
  await page.keyboard.press("ArrowRight");
  expect((await told()) !== first, `${name}: the right arrow moves on`);
  await page.keyboard.press("ArrowLeft");
  expect((await told()) === first, `${name}: the left arrow moves back`);
  await page.keyboard.press("End");
  const last = await page.$$eval("#said > li", (rows) => rows.at(-1).querySelector(".words").textContent);
  expect((await told()).includes(last), `${name}: End shows the last utterance`);
  const marks = await page.$$eval("#lanes a.mark", (all) => all.length);
  if (marks) {
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowDown");
    const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    expect((await told()) === label, `${name}: the down arrow shows the first mark`);
    for (let n = 1; n < marks; n += 1) await page.keyboard.press("ArrowDown");
    const end = await told();
    await page.keyboard.press("ArrowUp");
    expect(marks === 1 || (await told()) !== end, `${name}: the up arrow goes back`);
    await page.screenshot({ path: `${out}/${name}-mark.png` });
  }
  expect((await stops()) === 1, `${name}: one stop for Tab`);
  await page.keyboard.press("End");
  await page.screenshot({ path: `${out}/${name}-moment.png` });
  await page.keyboard.press("Enter");
  expect(await page.$eval("#transcript details", (one) => one.open), `${name}: Enter opens the transcript`);
  const box = await page.locator("#lanes").boundingBox();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(box.x + box.width * 0.5, (await page.locator("#lanes").boundingBox()).y + 55);
  expect((await told()).length > 0, `${name}: the pointer shows a moment`);
  await page.close();
}

for (const given of pages) {
  const [name, file] = given.split("=");
  const url = pathToFileURL(resolve(file)).href;
  for (const colorScheme of ["light", "dark"]) {
    await look(name, url, { width: 1280, height: 900 }, colorScheme);
    await look(name, url, { width: 360, height: 800 }, colorScheme);
  }
  await walk(name, url);
  const page = await browser.newPage();
  await page.goto(url);
  await page.pdf({ path: `${out}/${name}.pdf`, format: "A4", margin: { top: "2cm", bottom: "2cm", left: "2cm", right: "2cm" } });
  await page.close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
