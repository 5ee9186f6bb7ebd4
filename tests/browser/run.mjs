/*
 * node tests/browser/run.mjs URL             walks pages.json on a running server
 * node tests/browser/run.mjs --gallery DIR   walks the pages that tests/look/gallery wrote
 *
 * Each page: at three widths no sideways scrolling, no console error, no request elsewhere,
 * no axe violation; its markup valid; twice the text size; by keyboard; without script; in
 * forced colours; on paper. KASANE_ARTIFACTS=DIR keeps pictures, KASANE_ONLY=name one page.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Tally, WEIGHT_MAX, WIDTHS, asset, begunForms, doubleText, openPage, picture, runAxe, runValidate,
  serveGallery, sideways, startBrowser, totp, walkByKeyboard,
} from './lib.mjs';

const tally = new Tally();
const only = process.env.KASANE_ONLY;

/* axe sees each page as on a desk and as on a phone; 320 px is for scrolling only */
const AXE_WIDTHS = [1440, 390];

async function atWidths(page, target) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    tally.check(`${target.name} ${width}px scroll`, await sideways(page));
    if (AXE_WIDTHS.includes(width))
      tally.check(`${target.name} ${width}px axe`, await runAxe(page));
    await picture(page, `${target.name}-${width}`);
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
}

async function onPaper(page, target) {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  tally.check(`${target.name} print`, await page.evaluate(() => {
    const left = [...document.querySelectorAll('.nav, .top, .foot, .btn')]
      .filter((el) => el.getClientRects().length);
    return left.map((el) => `printed: ${el.className}`).slice(0, 3);
  }));
  await page.emulateMedia({ media: 'screen' });
}

async function withScript(browser, site, target) {
  const { context, page, wrong } = await openPage(browser, site.origin, WIDTHS[0],
    { context: site.context });
  const reply = await page.goto(target.url, { waitUntil: 'load' });

  tally.check(`${target.name} markup`, await runValidate(await reply.text()));
  await atWidths(page, target);
  if (site.context) /* made-up pages begin with nothing */
    tally.check(`${target.name} forms`, await begunForms(page));
  tally.check(`${target.name} keyboard`, await walkByKeyboard(page));
  await onPaper(page, target);
  await doubleText(page);
  tally.check(`${target.name} 200% text`, await sideways(page));
  tally.check(`${target.name} quiet`, wrong);
  if (!site.context) await context.close();
  else await page.close();
}

async function withoutScript(browser, site, target) {
  const state = site.context ? await site.context.storageState() : undefined;
  const { context, page, wrong } = await openPage(browser, site.origin, 390,
    { more: { javaScriptEnabled: false, storageState: state } });

  await page.goto(target.url, { waitUntil: 'load' });
  if (await page.locator('main h1').count() !== 1) wrong.push('there is not one heading h1');
  if (await page.locator('form').count()
      && !await page.locator('form button[type=submit]').count())
    wrong.push('a form without a button');
  tally.check(`${target.name} without script`, wrong);
  await context.close();
}

/* Two pages at a time. */
async function walk(browser, site, targets) {
  const rest = targets.filter((t) => !only || t.name === only);
  const worker = async () => {
    for (let t = rest.shift(); t; t = rest.shift()) {
      await withScript(browser, site, t);
      await withoutScript(browser, site, t);
    }
  };

  await Promise.all([worker(), worker()]);
}

function weight() {
  const bytes = asset('kasane.css').length + asset('kasane.js').length;

  tally.check('weight', bytes > WEIGHT_MAX ? [`${bytes} bytes of CSS and script`] : []);
}

async function gallery(browser, folder) {
  const { server, origin } = await serveGallery(folder);
  const names = readFileSync(join(folder, 'pages.txt'), 'utf8').trim().split('\n');

  await walk(browser, { origin }, names.map((name) => ({ name, url: `${origin}/${name}` })));
  server.close();
}

/* Logs in as the account of pages.json; the second step and the post when they are asked. */
async function logIn(browser, base, as) {
  const context = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();

  await page.goto(`${base}/login`);
  await page.fill('#number', as.number);
  await page.fill('#password', as.password);
  await page.click('main button[type=submit]');
  if (await page.locator('#code').count()) {
    await page.fill('#code', totp(as.totp));
    await page.click('main button[type=submit]');
  }
  if (await page.locator('input[name=post]').count()) {
    await page.check('input[name=post] >> nth=0');
    await page.click('main button[type=submit]');
  }
  if (await page.locator('.who').count() !== 1) throw new Error(`cannot log in at ${page.url()}`);
  await page.close();
  return context;
}

/* A page is named by its path, or by links to follow one after another from a path. */
async function resolve(site, base, p) {
  let url = `${base}${p.path}`;
  const page = await site.context.newPage();

  for (const link of p.follow || []) {
    await page.goto(url);
    url = new URL(await page.locator(link).first().getAttribute('href', { timeout: 5000 }), url).href;
  }
  await page.close();
  return url;
}

async function live(browser, base) {
  const here = dirname(fileURLToPath(import.meta.url));
  const plan = JSON.parse(readFileSync(join(here, 'pages.json'), 'utf8'));
  const origin = new URL(base).origin;

  await walk(browser, { origin },
    plan.outside.map((p) => ({ name: p.name, url: `${base}${p.path}` })));
  for (const group of plan.inside) {
    const site = { origin, context: await logIn(browser, base, group.as) };
    const targets = [];

    for (const p of group.pages)
      targets.push({ name: p.name, url: await resolve(site, base, p) });
    await walk(browser, site, targets);
    await site.context.close();
  }
}

const [what, folder] = process.argv.slice(2);
if (!what || (what === '--gallery' && !folder)) {
  console.error('usage: run.mjs URL | --gallery FOLDER');
  process.exit(2);
}
const browser = await startBrowser();
weight();
if (what === '--gallery') await gallery(browser, folder);
else await live(browser, what.replace(/\/$/, ''));
await browser.close();
process.exit(tally.end());
