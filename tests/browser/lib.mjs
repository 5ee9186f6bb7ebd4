/*
 * What the browser tests lean on: Debian's Chromium, axe-core, html-validate, and a small
 * server for the gallery that sends the headers of the real one.
 */
import { createServer } from 'node:http';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { HtmlValidate } from 'html-validate';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VALIDATE = new HtmlValidate(JSON.parse(readFileSync(join(HERE, 'htmlvalidate.json'), 'utf8')));

export const WIDTHS = [1440, 390, 320];
export const WEIGHT_MAX = 150 * 1024;

const CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
  + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; connect-src 'self'; "
  + "require-trusted-types-for 'script'";

const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/* Counts what held and what did not; says so at once. */
export class Tally {
  passed = 0;
  failed = 0;

  check(name, wrong) {
    if (wrong.length === 0) {
      this.passed += 1;
      return;
    }
    this.failed += 1;
    console.log(`FAIL ${name}`);
    for (const w of wrong) console.log(`     ${w}`);
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0 ? 0 : 1;
  }
}

export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.KASANE_CHROMIUM || '/usr/bin/chromium',
    args: ARGS,
  });
}

/* Opens a page in a window of that width and notes what goes wrong in it. */
export async function openPage(browser, origin, width, options = {}) {
  const context = options.context || await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    ...options.more,
  });
  const page = await context.newPage();
  const wrong = [];

  await page.setViewportSize({ width, height: 900 });
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') wrong.push(`console: ${m.text()}`);
  });
  page.on('pageerror', (e) => wrong.push(`script: ${e.message}`));
  page.on('request', (r) => {
    if (!r.url().startsWith(origin) && !r.url().startsWith('data:'))
      wrong.push(`request to another origin: ${r.url()}`);
  });
  return { context, page, wrong };
}

/* Returns the violations of WCAG 2.2 AA, one a line. */
export async function runAxe(page) {
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => window.axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true } },
  }), TAGS);

  return found.violations.flatMap((v) => v.nodes.map((n) =>
    `${v.id}: ${n.target.join(' ')} — ${n.failureSummary.replace(/\s+/g, ' ')}`));
}

/* Returns what html-validate says of the text. */
export async function runValidate(html) {
  const report = await VALIDATE.validateString(html);

  return report.results.flatMap((r) => r.messages.map((m) =>
    `${m.ruleId} ${m.line}:${m.column} ${m.message}`));
}

/* Returns what makes the page scroll sideways, or sticks out of the window. */
export function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const out = [...document.querySelectorAll('main *, header *, footer *, nav *')]
      .filter((el) => el.getBoundingClientRect().right > root.clientWidth + 1
        && !el.closest('.scroll, .nav, .tabs, .vh'))
      .slice(0, 3)
      .map((el) => `<${el.tagName.toLowerCase()} class="${el.className}">`);
    return [`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth} ${out.join(' ')}`];
  });
}

/* The text of the page twice as large, as somebody would set it in the browser. */
export function doubleText(page) {
  return page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
}

/* Returns what cannot be reached or seen by keyboard: the skip link comes first, and each
 * stop on the way shows where it is. */
export async function walkByKeyboard(page, stops = 25) {
  const wrong = [];

  /* a page with errors starts at their list: go back to the top */
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  for (let i = 0; i < stops; i += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const el = document.activeElement;
      if (!el || el === document.body) return null;
      const s = getComputedStyle(el);
      const box = el.getBoundingClientRect();
      const pick = el.closest('.pick') && getComputedStyle(el.closest('.pick'));
      return {
        what: `${el.tagName.toLowerCase()} ${el.className || el.id}`,
        skip: el.classList.contains('skip'),
        ring: s.outlineStyle !== 'none' || s.boxShadow !== 'none'
          || (pick && pick.outlineStyle !== 'none'),
        size: box.width * box.height,
      };
    });
    if (!at) break;
    if (i === 0 && !at.skip) wrong.push(`the first stop is ${at.what}, not the skip link`);
    if (!at.ring) wrong.push(`no ring around ${at.what}`);
    if (at.size === 0) wrong.push(`the focus is on something unseen: ${at.what}`);
  }
  return wrong;
}

/* Pictures of a page go here when KASANE_ARTIFACTS names a folder. */
export async function picture(page, name) {
  const folder = process.env.KASANE_ARTIFACTS;

  if (!folder) return;
  /* a bar that sticks to the window would stand in the middle of the picture */
  await page.evaluate(() => document.querySelectorAll('.sendbar, .onpage')
    .forEach((el) => { el.style.position = 'static'; }));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/* A code of the second step (RFC 6238) for the secret: base32, or its bytes. */
export function totp(secret, now = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = () => [...secret.toUpperCase().replace(/[^A-Z2-7]/g, '')]
    .map((ch) => alphabet.indexOf(ch).toString(2).padStart(5, '0')).join('');
  const key = Buffer.isBuffer(secret) ? secret
    : Buffer.from(bits().match(/.{8}/g).map((b) => parseInt(b, 2)));
  const step = Buffer.alloc(8);

  step.writeBigUInt64BE(BigInt(Math.floor(now / 30000)));
  const mac = createHmac('sha1', key).update(step).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
}

/* Returns a file of static/ by its served name: kasane.0123.css is all parts of the sheet. */
export function asset(name) {
  const plain = name.replace(/\.[0-9a-f]{12}(\.\w+)$/, '$1');
  const folder = join(ROOT, 'static');

  if (plain === 'kasane.css')
    return readdirSync(join(folder, 'css')).sort()
      .map((f) => readFileSync(join(folder, 'css', f), 'utf8')).join('');
  return existsSync(join(folder, plain)) ? readFileSync(join(folder, plain)) : null;
}

/* Serves a folder of pages with the headers of the real server; returns its origin. */
export function serveGallery(folder) {
  const types = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };
  const server = createServer((req, res) => {
    const path = new URL(req.url, 'http://localhost').pathname;
    const name = path.slice(1);

    if (path.startsWith('/static/')) {
      const body = asset(path.slice('/static/'.length));
      res.writeHead(body === null ? 404 : 200, {
        'Content-Type': `${types[extname(path)] || 'application/octet-stream'}; charset=utf-8`,
      });
      res.end(body || '');
    } else if (/^[a-z0-9_-]+$/.test(name) && existsSync(join(folder, `${name}.html`))) {
      res.writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': CSP,
        'X-Content-Type-Options': 'nosniff',
      });
      res.end(readFileSync(join(folder, `${name}.html`)));
    } else {
      res.writeHead(404, { 'Content-Type': 'text/plain' });
      res.end('');
    }
  });

  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done({
      server, origin: `http://127.0.0.1:${server.address().port}`,
    }));
  });
}

/* What a form begins with: nothing that must be there is missing, no day is the first of all. */
export function begunForms(page) {
  return page.evaluate(() => [...document.querySelectorAll('form')].flatMap((form) => {
    const at = form.getAttribute('action');
    const missing = [...form.querySelectorAll('input[type=hidden][value=""]')].map((el) => el.name)
      .filter((name) => name !== 'csrf'); /* before a log-in there is none */
    const days = [...form.querySelectorAll('input[name$=_y]')]
      .filter((el) => el.value === '45' && form.elements.namedItem(`${el.name.slice(0, -1)}era`)?.value === 'showa')
      .map((el) => el.name);
    return [...missing.map((n) => `${at}: ${n} is missing`), ...days.map((n) => `${at}: ${n} is in 1970`)];
  }));
}
