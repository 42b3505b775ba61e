// What must hold of an HTML report in a browser. Called by tests/it/browser.rs:
//   node check.mjs CHROMIUM REPORT.html OUT
// Prints one line for each thing that is wrong, and writes pictures to the folder OUT.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import puppeteer from "puppeteer-core";

const [chromium, report, out] = process.argv.slice(2);
const name = basename(report, ".html");
const address = pathToFileURL(report).href;
const wrong = [];
const check = (holds, what) => holds || wrong.push(`${name}: ${what}`);

const profile = mkdtempSync(join(tmpdir(), "storydiff-chromium-"));
const browser = await puppeteer.launch({
  executablePath: chromium,
  userDataDir: profile,
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
});
mkdirSync(out, { recursive: true });
try {
  const page = await browser.newPage();
  page.on("console", (message) => check(false, `console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => check(false, `error: ${error.message}`));
  page.on("request", (request) => check(request.url() === address, `asks for ${request.url()}`));
  await page.goto(address);
  for (const scheme of ["light", "dark"]) await seen(page, scheme);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await directions(page);
  await filters(page);
  await partners(page);
  await printed(page);
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
for (const line of wrong) console.log(line);

/** Each scheme at a wide and a narrow screen: axe-core finds nothing, nothing is wider than the screen. */
async function seen(page, scheme) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 900 });
    const room = await page.evaluate(() => document.scrollingElement.scrollWidth);
    check(room <= width, `${scheme} at ${width}: the page is ${room} wide`);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = ground.match(/\d+/g).slice(0, 3).every((channel) => channel < 60);
    check(dark === (scheme === "dark"), `${scheme}: the ground is ${ground}`);
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => globalThis.axe.run(document));
    for (const { id, nodes } of found.violations)
      check(false, `${scheme} at ${width}: axe-core ${id}: ${nodes[0].html.slice(0, 200)}`);
    check(found.passes.length > 20, `${scheme} at ${width}: axe-core did not run`);
    await page.screenshot({ path: join(out, `${name}-${scheme}-${width}.png`), fullPage: true });
  }
}

/** Words run as their letters do, and the first article stands where the report's language begins. */
async function directions(page) {
  await page.setViewport({ width: 1280, height: 900 });
  const turned = await page.evaluate(() => {
    const arabic = /[\u0620-\u064a]/g, latin = /[A-Za-z]/g;
    const many = (text, letters) => (text.match(letters) ?? []).length;
    const words = [...document.querySelectorAll(".said > span, .full td p")];
    return words.filter((node) => {
      const rtl = getComputedStyle(node).direction === "rtl";
      return rtl !== many(node.textContent, arabic) > many(node.textContent, latin);
    }).map((node) => node.textContent.slice(0, 80));
  });
  for (const text of turned) check(false, `runs the wrong way: ${text}`);
  const [rtl, first, second] = await page.evaluate(() => {
    const heads = [...document.querySelectorAll(".full thead th")].map((th) => th.getBoundingClientRect().left);
    return [document.dir === "rtl", heads[1], heads[2]];
  });
  check(rtl === first > second, "the two articles stand in the wrong order");
}

/** Each box hides its verdict and brings it back. */
async function filters(page) {
  // What is folded is not shown until somebody opens it.
  await page.$$eval("details", (nodes) => nodes.forEach((node) => { node.open = true; }));
  const shown = (verdict) => page.$$eval(`.v-${verdict}`, (nodes) => nodes.filter((node) => node.getClientRects().length > 0).length);
  const boxes = await page.$$eval(".filter input", (nodes) => nodes.map((node) => node.id.replace("show-", "")));
  check(boxes.length > 0, "there are no filters");
  for (const verdict of boxes) {
    const before = await shown(verdict);
    check(before > 0, `nothing is listed as ${verdict}`);
    await page.click(`#show-${verdict}`);
    check((await shown(verdict)) === 0, `${verdict} cannot be hidden`);
    await page.click(`#show-${verdict}`);
    check((await shown(verdict)) === before, `${verdict} does not come back`);
  }
}

/** Pointing at a linked claim of one text, and reaching it with the keyboard, lights its partner in the other. */
async function partners(page) {
  const key = await page.evaluate(() => {
    const claims = [...document.querySelectorAll("td:nth-child(2) .claim")];
    const keys = claims.flatMap((claim) => [...claim.classList]).filter((name) => /^k\d+$/.test(name));
    return keys.find((name) => document.querySelector(`td:nth-child(3) .claim.${name}`));
  });
  if (!key) return;
  const there = `.full td:nth-child(3) .claim.${key}`;
  const ground = () => page.$eval(there, (node) => getComputedStyle(node).backgroundColor);
  const plain = await ground();
  await page.hover(`.full td:nth-child(2) .claim.${key}`);
  check((await ground()) !== plain, "pointing at a claim does not light its partner");
  await page.mouse.move(0, 0);
  await page.focus(`.full td:nth-child(2) .claim.${key}`);
  check((await ground()) !== plain, "the keyboard does not light a partner");
}

/** On paper: A4, without what only a screen can use. */
async function printed(page) {
  await page.emulateMediaType("print");
  const left = await page.$$eval("nav, .filter", (nodes) => nodes.filter((node) => node.getClientRects().length > 0).length);
  check(left === 0, "navigation is printed");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  writeFileSync(join(out, `${name}.pdf`), pdf);
  const box = Buffer.from(pdf).toString("latin1").match(/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/);
  const [width, height] = (box ?? [0, 0, 0]).slice(1).map((points) => Math.round(points));
  check(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `printed on ${width} by ${height} points`);
}
