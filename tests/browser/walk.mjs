/*
 * node tests/browser/walk.mjs STAGE PROFILES TOWN WALK: a walk as its people do it, in a real
 * browser. Each "post" is a form that has to be found on a page from where the person stands,
 * filled in by its own controls and sent by its own button; what a form does not offer cannot
 * be sent. STAGE is the program that serves the office and moves its clock.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Tally, begunForms, openPage, picture, startBrowser } from './lib.mjs';

const PASSWORD = 'kasane-mihon-2026';
const PAGES_MAX = 40; /* that are looked through for a form */
const ID = /[A-Za-z0-9_-]{22}/g;

/* There is no such form, or it does not take the answer. */
class NotOffered extends Error {}

/* The office: a line in, a line out. */
class Stage {
  constructor(program, profiles, town) {
    this.child = spawn(program, [profiles, town], { stdio: ['pipe', 'pipe', 'inherit'] });
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
  return [...text.matchAll(/([a-z_0-9]+)=(.*?)(?= +[a-z_0-9]+=|$)/gs)]
    .map(([, name, value]) => ({ name, value: value.replaceAll('\\n', '\n') }));
}

/* In the page: opens what is folded over the form, fills it in; says what it does not offer. */
function fillForm(form, fields) {
  const used = new Map();
  const wrong = [];
  for (const d of form.querySelectorAll('details')) d.open = true;
  for (let d = form.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  const day = (name, value) => {
    const part = (end) => form.elements.namedItem(`${name}_${end}`);
    const [, y, m, d] = value.match(/^(\d{4})-(\d\d)-(\d\d)$/) || [];
    if (!part('y') || !y) return false;
    part('era').value = 'seireki';
    [['y', y], ['m', m], ['d', d]].forEach(([end, v]) => { part(end).value = Number(v); });
    return true;
  };
  for (const { name, value } of fields) {
    if (day(name, value)) continue;
    const all = [...form.elements].filter((el) => el.name === name && !el.disabled);
    const nth = used.get(name) || 0;
    used.set(name, nth + 1);
    const button = all.find((el) => el.type === 'submit' && el.value === value);
    const box = all.find((el) => ['radio', 'checkbox'].includes(el.type) && el.value === value);
    const list = all.find((el) => el.tagName === 'SELECT');
    const lines = all.filter((el) => ['INPUT', 'TEXTAREA'].includes(el.tagName)
      && !['radio', 'checkbox', 'submit', 'hidden'].includes(el.type));
    if (button) form.dataset.press = [...form.elements].indexOf(button);
    else if (box) box.checked = true;
    else if (list && [...list.options].some((o) => o.value === value && !o.disabled)) {
      if (list.multiple) [...list.options].find((o) => o.value === value).selected = true;
      else list.value = value;
    } else if (lines.length) lines[Math.min(nth, lines.length - 1)].value = value;
    else if (!all.some((el) => el.type === 'hidden' && el.value === value))
      wrong.push(`${name}=${value}: ${all.length ? 'not among the answers' : 'no such field'}`);
  }
  /* a box that was ticked for the person, and that the person did not mean */
  for (const [name] of used)
    for (const el of form.querySelectorAll(`input[type=checkbox][name="${name}"]`))
      el.checked = fields.some((f) => f.name === name && f.value === el.value);
  return wrong;
}

class Walk {
  constructor(browser, stage, home, name) {
    Object.assign(this, { browser, stage, home, name });
    this.origin = new URL(home).origin;
    this.town = new URL(home).pathname;
    this.kept = {};
    this.people = new Map();
    this.shots = 0;
    this.told = new Set();
    this.tally = new Tally();
  }

  expand(text) {
    return text.replace(/\{([^}]+)\}/g, (all, name) => {
      const times = name.match(/^(.)×(\d+)$/);

      if (times) return times[1].repeat(Number(times[2]));
      if (!(name in this.kept)) throw new Error(`{${name}} was not kept`);
      return this.kept[name];
    });
  }

  async as(login) {
    this.login = login;
    if (!this.people.has(login)) {
      const { page, wrong, context } = await openPage(this.browser, this.origin, 1280);

      page.setDefaultTimeout(10000);
      await page.goto(`${this.home}/login`);
      await page.fill('#number', login);
      await page.fill('#password', PASSWORD);
      await Promise.all([page.waitForNavigation(),
        page.locator('main button[type=submit]').first().press('Enter')]);
      this.people.set(login, { page, wrong, context, seen: ['/today'] });
    }
    this.me = this.people.get(login);
  }

  async answer(response) {
    this.status = response.status();
    this.text = await this.me.page.content();
    this.text = await this.me.page.evaluate((html) => {
      const t = document.createElement('textarea');
      return html.replace(/&[a-z#0-9]+;/gi, (e) => { t.textContent = ''; return ({
        '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" })[e] || e; });
    }, this.text);
    this.where = this.me.page.url().slice(this.home.length);
  }

  async paper(path) {
    const got = await this.me.context.request.get(this.home + path);
    const folder = mkdtempSync(join(tmpdir(), 'kasane-paper-'));

    this.status = got.status();
    this.where = path;
    writeFileSync(join(folder, 'p.pdf'), await got.body());
    this.text = execFileSync('pdftotext', ['-layout', join(folder, 'p.pdf'), '-'],
      { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
  }

  async get(path) {
    if (path.endsWith('.pdf')) return this.paper(path);
    const response = await this.me.page.goto(this.home + path);

    await this.answer(response);
    this.first = path;
    if (this.status === 200) this.see(path);
    return undefined;
  }

  see(path) {
    const plain = path.replace(/[?#].*$/, '');

    this.me.seen = [plain, ...this.me.seen.filter((p) => p !== plain)].slice(0, 30);
  }

  /* The form on the page that is open, if it is there and takes every answer. */
  async formHere(path, fields) {
    const forms = this.me.page.locator(`form[action="${this.town}${path}"]`);
    let wrong = ['no form'];

    for (let i = 0; i < await forms.count(); i += 1) {
      const form = forms.nth(i);

      if ((await form.getAttribute('method') || '').toLowerCase() !== 'post') continue;
      wrong = await form.evaluate(fillForm, fields);
      if (!wrong.length) return { form };
    }
    return { wrong };
  }

  /* Pages on which the form may stand, the nearest first. */
  near(path) {
    const parts = path.split('/').slice(1);
    const above = parts.map((_, i) => `/${parts.slice(0, parts.length - i).join('/')}`);
    const ids = path.match(ID) || [];
    const known = this.me.seen.filter((p) => ids.length === 0 || ids.some((id) => p.includes(id)));

    return [this.where, ...above.flatMap((p) => [p, `${p}/new`]), ...known, ...this.me.seen,
      '/today', '/cases', '/meetings', '/outreach', '/places'].filter(Boolean);
  }

  async findForm(path, fields) {
    const todo = this.near(path).map((p) => p.replace(/[#].*$/, ''));
    const done = new Set();
    const ids = [path, ...fields.map((f) => f.value)].join(' ').match(ID) || [];
    let missing = `no form for ${path} was found`;

    while (todo.length && done.size < PAGES_MAX) {
      const at = todo.shift();

      if (done.has(at) || /\.(pdf|csv|json|ics)(\?|$)/.test(at)) continue;
      done.add(at);
      const response = await this.me.page.goto(this.home + at);
      if (response.status() !== 200) continue;
      this.begun(at, await begunForms(this.me.page));
      const { form, wrong } = await this.formHere(path, fields);
      if (form) return form;
      if (wrong[0] !== 'no form') missing = `${at}: ${wrong.join('; ')}`;
      const links = await this.me.page.locator('main a[href]').evaluateAll((all) =>
        all.map((a) => a.getAttribute('href').replace(/#.*$/, '')));
      const nearer = (h) => Number(ids.some((id) => h.includes(id)))
        + Number(fields.some((f) => h.includes(`${path}?`) && h.includes(`${f.name}=${f.value}`)));
      todo.push(...links.filter((h) => h.startsWith(`${this.town}/`))
        .map((h) => h.slice(this.town.length))
        .filter((h) => ids.some((id) => h.includes(id)) || !h.match(ID)));
      todo.sort((a, b) => nearer(b) - nearer(a));
    }
    throw new NotOffered(missing);
  }

  /* Each page is told of once, and only when something is wrong. */
  begun(at, wrong) {
    if (wrong.length && !this.told.has(wrong[0])) this.tally.check(`${at} forms`, wrong);
    this.told.add(wrong[0]);
  }

  async post(path, fields) {
    this.first = undefined;
    const form = await this.findForm(path, fields);
    const at = await form.getAttribute('data-press');
    const button = at === null
      ? form.locator('button[type=submit], button:not([type]), input[type=submit]').first()
      : (await form.evaluateHandle((f, i) => f.elements[i], Number(at))).asElement();
    const [response] = await Promise.all([this.me.page.waitForNavigation(), button.press('Enter')]);

    this.posted = response.request().redirectedFrom() !== null;
    await this.answer(response);
    if (this.posted) this.see(this.where);
    this.shots += 1;
    await picture(this.me.page,
      `scenario-${this.name}-${String(this.shots).padStart(3, '0')}`);
  }

  found(pattern) {
    const js = pattern.replaceAll('[[:space:]]', '\\s').replaceAll('[^"]', '[^"]');
    const hit = this.text.match(new RegExp(js));

    if (!hit) throw new Error(`${pattern}: no match at ${this.where}`);
    return hit[1] ?? hit[0];
  }

  async wait(rest) {
    await this.stage.ask(`wait ${rest}`);
    for (const p of this.people.values()) await p.context.close();
    this.noteWrong();
    this.people.clear();
    await this.as(this.login);
  }

  noteWrong() {
    for (const [login, p] of this.people)
      this.tally.check(`${login}: nothing goes wrong in the page`,
        p.wrong.filter((w) => !/status of 4\d\d/.test(w)));
  }

  status_(want) {
    if (want === 'ok' ? this.status !== 200 || this.posted === false : this.status !== Number(want))
      throw new Error(`status ${this.status}, not ${want}: `
        + this.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 600));
  }

  /* On this page or, where there is more, further back: finding forms left looks of its own. */
  async look(text) {
    if (await this.lookBack(text)) return;
    if (this.first) { /* an earlier look went past it */
      await this.answer(await this.me.page.goto(this.home + this.first));
      if (await this.lookBack(text)) return;
    }
    throw new Error(`「${text}」 is not at ${this.where}`);
  }

  async lookBack(text) {
    for (let i = 0; i < 30; i += 1) {
      if (this.text.includes(text)) return true;
      const more = this.me.page.locator('main a[href*="before="]').last();

      if (this.where.endsWith('.pdf') || await more.count() === 0) return false;
      const [response] = await Promise.all([this.me.page.waitForNavigation(), more.click()]);
      await this.answer(response);
    }
    return false;
  }

  async run(line) {
    const [, word, rest] = line.match(/^(\S+)\s*(.*)$/s);
    const [, target, more] = rest.match(/^(\S*)\s*(.*)$/s);

    switch (word) {
      case 'town': case 'door': return;
      case 'on': if (target === 'web') await this.run(more); return;
      case 'desk': case 'desk_of': case 'post_of': {
        const [name, value] = rest.split(/\s*=\s*/);
        this.kept[name] = await this.stage.ask(`${word} ${name} = ${value}`);
        return;
      }
      case 'as': await this.as(rest); return;
      case 'wait': await this.wait(rest); return;
      case 'get': this.posted = undefined; await this.get(this.expand(target)); return;
      case 'post':
        await this.post(this.expand(target),
          fieldsOf(more).map((f) => ({ name: f.name, value: this.expand(f.value) })));
        return;
      case 'status': this.status_(rest); return;
      case 'keep':
        this.kept[rest] = this.where.split(/[/?=&#]/).filter((w) => /^[\w-]{22}$/.test(w)).at(-1);
        return;
      case 'keepre': this.kept[target] = this.found(more); return;
      case 'see': await this.look(this.expand(rest)); return;
      case 'not':
        if (this.text.includes(this.expand(rest)))
          throw new Error(`「${rest}」 is at ${this.where}`);
        return;
      default: throw new Error(`${word}: unknown`);
    }
  }
}

/* What is refused elsewhere and not even offered here counts as refused: its lines. */
function refusedAhead(lines, i) {
  let n = i + 1;

  if (!/^status +4/.test(lines[n] || '')) return 0;
  while (/^(status|see|not) /.test(lines[n] || '')) n += 1;
  return n - i - 1;
}

const [program, profiles, town, file] = process.argv.slice(2);
const stage = new Stage(program, profiles, town);
const browser = await startBrowser();
const walk = new Walk(browser, stage, await stage.next(), town);
const { tally } = walk;

const lines = readFileSync(file, 'utf8').split('\n').filter((l) => l && !l.startsWith('#'));

for (let i = 0; i < lines.length; i += 1) {
  try {
    await walk.run(lines[i]);
    tally.check(lines[i], []);
  } catch (e) {
    const skip = e instanceof NotOffered ? refusedAhead(lines, i) : 0;

    tally.check(`${basename(file)}: ${lines[i]}`, skip ? [] : [e.message]);
    if (!skip) break;
    i += skip;
  }
}
walk.noteWrong();
await browser.close();
tally.check(`${town} is sound`, [await stage.close()].filter((said) => said !== 'sound'));
process.exitCode = tally.end();
