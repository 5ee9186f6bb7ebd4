/*
 * node tests/browser/drafts.mjs KASANE DEMO [ROUNDS]: somebody writes an intake in a real
 * browser and sends nothing, and the server is killed (kill -9) at some moment. After it is
 * started again, the drafts hold all that was typed up to ten seconds before its death. R-044.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Tally, openPage, startBrowser } from './lib.mjs';

const PASSWORD = 'kasane-mihon-2026';
const LOST_MS = 10000; /* what may be lost of the last of it */
const LEAST_MS = 12000; /* a round is at least that long, and up to as much again */

const tally = new Tally();
const [program, demo, rounds = '2'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'kasane-drafts.'));

/* Serves the folder; its address comes with the first lines. */
async function start() {
  const data = join(folder, 'data');
  const child = spawn(program, ['serve', '--data', data, '--keys', `${data}-keys`,
    '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'ignore'] });

  for await (const line of createInterface({ input: child.stdout })) {
    const url = line.match(/http:\/\/(localhost|127\.0\.0\.1):\d+/);

    if (url) {
      child.stdout.resume();
      return { child, origin: url[0].replace('127.0.0.1', 'localhost') };
    }
  }
  throw new Error('the server did not start');
}

async function logIn(browser, origin) {
  const { page, context } = await openPage(browser, origin, 1280);

  await page.goto(`${origin}/niiza/login`);
  await page.fill('#number', '100001');
  await page.fill('#password', PASSWORD);
  await Promise.all([page.waitForNavigation(), page.locator('main button[type=submit]').first().press('Enter')]);
  return { page, context };
}

/* Types a mark and a number again and again; returns when each number was there. */
async function write(page, mark, until) {
  const typed = [];

  await page.goto(page.url().replace(/\/niiza\/.*$/, '/niiza/intake'));
  await page.focus('textarea[name=words]');
  for (let i = 1; Date.now() < until; i += 1) {
    await page.keyboard.type(`${mark}${i}。`);
    typed.push({ text: `${mark}${i}。`, at: Date.now() });
    await sleep(300);
  }
  return typed;
}

/* All that the drafts hold. */
async function drafts(page) {
  const links = await page.locator('main a.btn--s').evaluateAll((all) => all.map((a) => a.href));
  let text = '';

  for (const link of links) {
    await page.goto(link);
    text += await page.inputValue('textarea[name=words]');
  }
  return text;
}

async function round(browser, n) {
  const mark = `書きかけ${n}の`;
  let { child, origin } = await start();
  let { page, context } = await logIn(browser, origin);
  const typed = await write(page, mark, Date.now() + LEAST_MS + Math.random() * LEAST_MS);
  const dead = new Promise((done) => { child.once('exit', done); });
  const died = Date.now();

  child.kill('SIGKILL');
  await dead;
  await context.close();
  ({ child, origin } = await start());
  ({ page, context } = await logIn(browser, origin));
  await page.goto(`${origin}/niiza/drafts`);
  const text = await drafts(page);
  const due = typed.filter((t) => t.at < died - LOST_MS);

  tally.check(`round ${n}: something was due`, due.length ? [] : ['nothing was typed early enough']);
  tally.check(`round ${n}: nothing older than ten seconds is lost`,
    due.filter((t) => !text.includes(t.text)).map((t) => `${t.text} typed ${died - t.at} ms before`));
  await context.close();
  child.kill('SIGKILL');
}

for (const part of ['data', 'data-keys'])
  cpSync(join(demo, part), join(folder, part), { recursive: true });
const browser = await startBrowser();
try {
  for (let n = 1; n <= Number(rounds); n += 1) await round(browser, n);
} catch (e) {
  tally.check('drafts', [e.message]);
}
await browser.close();
rmSync(folder, { recursive: true, force: true });
process.exit(tally.end());
