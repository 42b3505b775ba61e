// A picture of a page's top: node page.mjs CHROMIUM PAGE.html PICTURE.png
import { pathToFileURL } from "node:url";
import puppeteer from "../../tests/browser/node_modules/puppeteer-core/lib/esm/puppeteer/puppeteer-core.js";

const [chromium, file, picture] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
});
const page = await browser.newPage();
await page.setViewport({ width: 1100, height: 1150 });
await page.goto(pathToFileURL(file).href);
await page.screenshot({ path: picture });
await browser.close();
