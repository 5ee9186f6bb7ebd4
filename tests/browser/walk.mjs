/*
 * node tests/browser/walk.mjs STAGE PROFILES TOWN WALK: a walk as its people do it, in a real
 * browser. Each "post" is a form that has to be found on a page from where the person stands,
 * filled in by its own controls and sent by its own button; what a form does not offer cannot
 * be sent. What is refused need not be offered: that counts as refused. After a fault the act
 * is sent past the page, so that the rest of the walk is seen too. STAGE is the program that
 * serves the office and moves its clock.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { NotOffered, findForm } from './find.mjs';
import { Tally, begunForms, openPage, picture, startBrowser, totp } from './lib.mjs';

const PASSWORD = 'kasane-mihon-2026';
const SECRET = Buffer.from('kasane demo 100005..'); /* src/cli/demo_staff.c */
const MORNING = 1778115600000; /* tests/walk/house.h */
const UNIT = { minute: 60000, hour: 3600000, day: 86400000 };
const ENTITY = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#34;': '"', '&#39;': "'" };

/* The office: a line in, a line out. */
class Stage {
  constructor(...how) {
    this.child = spawn(how[0], how.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async next() {
    const { value, done } = await this.lines.next();

    if (done) throw new Error('the stage has ended');
    return value;
  }

  async ask(line) {
    this.child.stdin.write(`${line}\n`);
    const answer = await this.next();

    if (!answer.startsWith('ok')) throw new Error(answer);
    return answer.slice(3);
  }

  async close() {
    this.child.stdin.end();
    return this.next();
  }
}

/* "a=1 b=two words c=" as the walk program splits it. */
function fieldsOf(text) {
  return [...text.matchAll(/([a-z_0-9.]+)=(.*?)(?= +[a-z_0-9.]+=|$)/gs)]
    .map(([, name, value]) => ({ name, value: value.replaceAll('\\n', '\n') }));
}

/* As pdftotext lays a line out, its blanks are no longer those that were printed. */
const bare = (text) => text.replace(/[\s\u3000]+/g, '');

class Walk {
  constructor(browser, stage, home, name) {
    Object.assign(this, { browser, stage, home, name });
    this.origin = new URL(home).origin;
    this.town = new URL(home).pathname;
    this.kept = {};
    this.people = new Map();
    this.seen = {};
    this.same = {};
    this.passed = 0; /* milliseconds since the morning */
    this.shots = 0;
    this.told = new Set();
    this.tally = new Tally();
  }

  expand(text) {
    return text.replace(/\{([^}]+)\}/g, (all, name) => {
      const times = name.match(/^(.)×(\d+)$/);

      if (times) return times[1].repeat(Number(times[2]));
      if (name === '確認番号') return totp(SECRET, MORNING + this.passed);
      if (!(name in this.kept)) throw new Error(`{${name}} was not kept`);
      return this.kept[name];
    });
  }

  /* Each fault is told of once; the walk goes on. */
  complain(fault) {
    if (!this.told.has(fault)) this.tally.check(`${this.line}`, [fault]);
    this.told.add(fault);
  }

  async leave(login) {
    const p = this.people.get(login);

    if (!p) return;
    p.wrong.filter((w) => !/status of 4\d\d|chrome(-extension)?:\/\//.test(w))
      .forEach((w) => this.complain(`${login}: ${w}`));
    await p.context.close();
    this.people.delete(login);
  }

  async as(login) {
    if (this.idle) await this.leave(this.login);
    this.live = false;
    this.idle = false;
    if (login === '-') await this.leave(login);
    this.login = login;
    if (!this.people.has(login)) {
      const { page, wrong, context } = await openPage(this.browser, this.origin, 1280);

      page.setDefaultTimeout(10000);
      this.seen[login] ??= login === '-' ? ['/login'] : ['/today'];
      this.people.set(login, { page, wrong, context, seen: this.seen[login] });
      if (login !== '-') await this.logIn(page, login);
    }
    this.me = this.people.get(login);
  }

  async logIn(page, login) {
    await page.goto(`${this.home}/login`);
    await page.fill('#number', login);
    await page.fill('#password', PASSWORD);
    await Promise.all([page.waitForNavigation(),
      page.locator('main button[type=submit]').first().press('Enter')]);
  }

  async answer(response) {
    const html = await response.text().catch(() => this.me.page.content());

    this.paper = false;
    this.status = response.status();
    this.redirected = response.request().redirectedFrom() !== null;
    /* no address gives this page again */
    this.live = this.status === 200 && response.request().method() === 'POST';
    this.text = html.replace(/&(amp|lt|gt|quot|#34|#39);/g, (e) => ENTITY[e]);
    this.where = this.me.page.url().slice(this.home.length);
    if (this.status >= 500) this.complain(`${this.where}: status ${this.status}`);
    else if (this.status === 200) this.begun(await begunForms(this.me.page));
  }

  /* What is handed out as a file. */
  async file(path) {
    const got = await this.me.context.request.get(this.home + path, { maxRedirects: 0 });
    const body = await got.body();

    this.status = got.status();
    this.redirected = this.status === 303;
    this.where = path;
    this.paper = body.subarray(0, 5).equals(Buffer.from('%PDF-'));
    this.text = body.toString().replace(/&(amp|lt|gt|quot|#34|#39);/g, (e) => ENTITY[e]);
    if (!this.paper) return;
    const folder = mkdtempSync(join(tmpdir(), 'kasane-paper-'));

    writeFileSync(join(folder, 'p.pdf'), body);
    this.text = execFileSync('pdftotext', ['-layout', join(folder, 'p.pdf'), '-'],
      { encoding: 'utf8' });
    this.text = `${this.text.split('\f').length - 1} ページ\n${this.text}`;
    rmSync(folder, { recursive: true });
  }

  /* Opens a page; what turns out to be a file is read. */
  async open(path) {
    let response;

    if (/\.(pdf|csv|json|ics|zip|txt)(\?|$)/.test(path)) return this.file(path);
    try {
      response = await this.me.page.goto(this.home + path);
    } catch (e) {
      if (!/Download is starting|ERR_ABORTED/.test(e.message)) throw e;
      return this.file(path);
    }
    if (!/html/.test(response.headers()['content-type'] || 'html')) return this.file(path);
    return this.answer(response);
  }

  async get(path) {
    await this.open(path);
    this.first = path;
    if (this.status === 200) this.see(path);
  }

  see(path) {
    const plain = path.replace(/#.*$/, '').replace(/([?&])said=[^&]*&?/, '$1');

    this.me.seen = [plain, ...this.me.seen.filter((p) => p !== plain)].slice(0, 30);
    this.seen[this.login] = this.me.seen;
  }

  begun(wrong) {
    wrong.forEach((w) => this.complain(`begun ${w.replace(/[A-Za-z0-9_-]{22}/g, '…')}`));
  }

  /* want: the status that the walk expects next. */
  async post(path, fields, want) {
    const refused = /^4/.test(want);

    this.first = undefined;
    this.skip = false;
    try {
      await this.send(await findForm(this, path, fields, refused));
    } catch (e) {
      if (!(e instanceof NotOffered)) throw e;
      this.skip = refused;
      if (refused) return;
      this.complain(e.message);
      await this.past(path, fields);
      return;
    }
    if (want === 'ok' && this.status !== 200) {
      this.complain(this.redirected ? `ends at ${this.where}: status ${this.status}`
        : `refused: ${this.plain()}`);
      if (!this.redirected) await this.past(path, fields);
      this.status = 200; /* has been told of */
    }
  }

  async send(form) {
    const button = (await form.evaluateHandle((f) => f.elements[Number(f.dataset.press)])).asElement();
    const [response] = await Promise.all([this.me.page.waitForNavigation(), button.press('Enter')]);

    await this.answer(response);
    if (this.redirected && this.status === 200) this.see(this.where);
    this.shots += 1;
    await picture(this.me.page,
      `scenario-${this.name}-${String(this.shots).padStart(3, '0')}`);
  }

  /* Sends an act past the page, as no person could. */
  async past(path, fields) {
    const page = await (await this.me.context.request.get(`${this.home}/session`)).text();
    const token = (page.match(/name="csrf" value="([^"]*)"/) || [])[1] || '';
    const key = Buffer.from(Array.from({ length: 16 }, () => Math.random() * 256)).toString('base64url');
    const data = new URLSearchParams([...fields.map((f) => [f.name, f.value]), ['csrf', token],
      ['key', key]]).toString();
    const got = await this.me.context.request.post(this.home + path, { data, maxRedirects: 0,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: this.origin } });
    const to = got.headers().location;

    this.status = got.status();
    this.redirected = this.status === 303;
    this.text = await got.text();
    if (!to) return;
    await this.open(to.slice(this.town.length));
    this.redirected = true;
  }

  plain() {
    const bad = this.text.match(/<[^>]*class="[^"]*(?:errors|bad|alert|notice)[^"]*".{0,900}/s);

    return (bad ? bad[0] : this.text.replace(/^.*?<main/s, '')).replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ').slice(0, 400);
  }

  found(pattern) {
    const js = pattern.replaceAll('(.|[[:space:]])', '[^]').replaceAll('[[:space:]]', '\\s')
      .replace(/\(\[\^(.)\]\|\\s\)/g, '[^\\$1]') /* one way for each character */
      .replaceAll('[:space:]', '\\s');
    const hit = this.text.match(new RegExp(js));

    if (!hit) throw new Error(`${pattern}: no match at ${this.where}`);
    return hit[1] ?? hit[0];
  }

  async wait(rest) {
    const [, n, unit] = rest.match(/^(\d+)\s+(minute|hour|day)/);

    await this.stage.ask(`wait ${rest}`);
    this.passed += Number(n) * UNIT[unit];
  }

  status_(want) {
    const ok = want === 'ok' ? this.status === 200
      : want === '303' ? this.redirected : this.status === Number(want);

    if (!ok) this.complain(`status ${this.status}, not ${want}: ${this.plain()}`);
  }

  /* On this page or, where there is more, further back: finding forms left looks of its own. */
  async look(text) {
    if (await this.lookBack(text)) return;
    if (this.first) { /* an earlier look went past it */
      await this.open(this.first);
      if (await this.lookBack(text)) return;
    }
    this.complain(`「${text}」 is not at ${this.where}`);
  }

  async lookBack(text) {
    for (let i = 0; i < 30; i += 1) {
      if (this.text.includes(text) || (this.paper && bare(this.text).includes(bare(text)))) return true;
      const more = this.me.page.locator('main a[href*="before="]').last();

      if (/\.(pdf|csv)(\?|$)/.test(this.where) || await more.count() === 0) return false;
      const [response] = await Promise.all([this.me.page.waitForNavigation(), more.click()]);
      await this.answer(response);
    }
    return false;
  }

  looksSame(name) {
    const now = this.text.replace(/name="(csrf|key)" value="[^"]*"/g, '');

    this.same[name] ??= now;
    if (this.same[name] !== now) this.complain(`${name} is not as before`);
  }

  async run(line, want) {
    const [, word, rest] = line.match(/^(\S+)\s*(.*)$/s);
    const [, target, more] = rest.match(/^(\S*)\s*(.*)$/s);

    if (!['status', 'see', 'not'].includes(word)) this.skip = false;
    if (this.skip) return;
    switch (word) {
      case 'town': case 'door': case 'set': return;
      case 'desk': case 'desk_of': case 'post_of': {
        const [name, value] = rest.split(/\s*=\s*/);
        this.kept[name] = await this.stage.ask(`${word} ${name} = ${this.expand(value)}`);
        return;
      }
      case 'as': await this.as(rest); return;
      case 'wait':
        await this.wait(rest);
        for (const login of [...this.people.keys()]) await this.leave(login);
        if (this.login) await this.as(this.login);
        return;
      case 'idle': await this.wait(rest); this.idle = true; return;
      case 'follow': return; /* a browser does by itself */
      case 'get': await this.get(this.expand(target)); return;
      case 'post':
        await this.post(this.expand(target),
          fieldsOf(more).map((f) => ({ name: f.name, value: this.expand(f.value) })), want);
        return;
      case 'status': this.status_(rest); return;
      case 'keep': {
        const ids = this.where.split(/[/?=&#]/).filter((w) => /^[\w-]{22}$/.test(w));
        if (!ids.length) throw new Error(`nothing to keep at ${this.where}`);
        this.kept[rest] = ids.at(-1);
        return;
      }
      case 'keepre': this.kept[target] = this.found(more); return;
      case 'see': await this.look(this.expand(rest)); return;
      case 'not':
        if (this.text.includes(this.expand(rest))) this.complain(`「${rest}」 is at ${this.where}`);
        return;
      case 'same': this.looksSame(rest); return;
      default: throw new Error(`${word}: unknown`);
    }
  }
}

/* The walk's lines for the web, as far as its first municipality goes. */
function linesOf(file) {
  const all = readFileSync(file, 'utf8').split('\n').map((l) => l.trim().replace(/^on web\s+/, ''))
    .filter((l) => l && !/^(#|on )/.test(l));
  const towns = all.flatMap((l, i) => (l.startsWith('town ') ? [i] : []));

  return all.slice(0, towns[1]);
}

const [program, profiles, town, file] = process.argv.slice(2);
const lines = linesOf(file);
const setting = lines.find((l) => l.startsWith('set '));
const stage = new Stage(program, profiles, town, ...(setting ? [setting.replace(/^set\s+/, '')] : []));
const browser = await startBrowser();
const walk = new Walk(browser, stage, await stage.next(), town);
const { tally } = walk;

for (let i = 0; i < lines.length; i += 1) {
  const [, want] = (lines[i + 1] || '').match(/^status\s+(\S+)/) || [];
  const { failed } = tally;

  walk.line = `${basename(file)}: ${lines[i]}`;
  try {
    await walk.run(lines[i], want);
    if (tally.failed === failed) tally.check(lines[i], []);
  } catch (e) {
    walk.complain(e.message);
    if (/^(keep|town|as|desk|post_of)/.test(lines[i])) break; /* the rest hangs on it */
  }
}
for (const login of [...walk.people.keys()]) await walk.leave(login);
await browser.close();
tally.check(`${town} is sound`, [await stage.close()].filter((said) => said !== 'sound'));
process.exitCode = tally.end();
