/*
 * How a walk finds its forms: pages are read from where the person stands, the nearest first,
 * until one holds the form; there it is filled in by its own controls.
 */
const PAGES_MAX = 80; /* that are looked through for a form */
const REFUSED_PAGES_MAX = 12; /* for one that is refused: it need not be offered at all */
const ALIKE_MAX = 3; /* of one page with other filters or years */
const FILTER = /([?&])(year|month|report|state|stage|show|silent|old|item|refused)=[^&]*/g;
const FILE = /\.(pdf|csv|json|ics|zip|txt)(\?|$)/;

export const ID = /[A-Za-z0-9_-]{22}/g;

/* There is no such form, or it does not take the answer. */
export class NotOffered extends Error {}

/* In the page: opens what is folded over the form, fills it in; says what it does not offer.
 * bare: nothing else shall be sent than what is given. */
function fillForm(form, { to, fields, bare }) {
  const made = ['csrf', 'key', 'password', 'seed']; /* by the page, not by the person */
  const used = new Map();
  const wrong = [];
  const buttons = [...form.elements].filter((el) => el.type === 'submit'
    && (el.getAttribute('formaction') || form.getAttribute('action')) === to);
  let press = buttons.find((el) => !el.name) || buttons[0];
  const named = (el) => fields.some((f) => f.name === el.name
    || el.name.replace(/_(era|y|m|d)$/, '') === f.name);
  for (const d of form.querySelectorAll('details')) d.open = true;
  for (let d = form.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  const day = (name, value) => {
    const part = (end) => form.elements.namedItem(`${name}_${end}`);
    const [, y, m, d] = value.match(/^(\d{4})-(\d\d)-(\d\d)$/) || [];
    if (!part('y') || (!y && value !== '')) return false;
    if (y) part('era').value = 'seireki';
    [['y', y], ['m', m], ['d', d]].forEach(([end, v]) => {
      part(end).value = v === undefined ? '' : Number(v);
    });
    return true;
  };
  if (bare)
    for (const el of [...form.elements].filter((e) => e.name && e.type !== 'hidden' && !named(e))) {
      if (['radio', 'submit', 'button'].includes(el.type)) {
        if (el.checked) wrong.push(`${el.name}=${el.value} is chosen beforehand`);
      } else if (el.type === 'checkbox') el.checked = false;
      else if (el.tagName !== 'SELECT') el.value = '';
      else if ([...el.options].some((o) => o.value === '')) el.value = '';
      else if (!/_era$/.test(el.name)) wrong.push(`${el.name} always has an answer`);
    }
  for (const { name, value } of fields) {
    if (day(name, value)) continue;
    const all = [...form.elements].filter((el) => el.name === name && !el.disabled);
    const nth = used.get(name) || 0;
    used.set(name, nth + 1);
    const button = buttons.find((el) => el.name === name && el.value === value);
    const box = all.find((el) => ['radio', 'checkbox'].includes(el.type) && el.value === value);
    const list = all.find((el) => el.tagName === 'SELECT');
    const lines = all.filter((el) => ['INPUT', 'TEXTAREA'].includes(el.tagName)
      && !['radio', 'checkbox', 'submit', 'hidden'].includes(el.type));
    if (button) press = button;
    else if (box) box.checked = true;
    else if (list && [...list.options].some((o) => o.value === value && !o.disabled)) {
      if (list.multiple) [...list.options].find((o) => o.value === value).selected = true;
      else list.value = value;
    } else if (nth < lines.length) lines[nth].value = value;
    else if (made.includes(name) && all.length) all[0].value = value;
    else if (lines.length) wrong.push(`${name}=${value}: no room for so many`);
    else if (value !== '' && !all.some((el) => el.type === 'hidden' && el.value === value))
      wrong.push(`${name}=${value}: ${all.length ? 'not among the answers' : 'no such field'}`);
  }
  if (!fields.length) /* nothing of all this */
    for (const el of form.querySelectorAll('input[type=checkbox]')) el.checked = false;
  /* a box that was ticked for the person, and that the person did not mean */
  for (const [name] of used)
    for (const el of form.querySelectorAll(`input[type=checkbox][name="${name}"]`))
      el.checked = fields.some((f) => f.name === name && f.value === el.value);
  if (!press) return ['no button'];
  form.dataset.press = [...form.elements].indexOf(press);
  if (!form.noValidate && !press.formNoValidate)
    for (const el of [...form.elements].filter((e) => e.willValidate && !e.checkValidity()))
      wrong.push(`${el.name}=${el.value} is stopped by the browser: ${el.validationMessage}`);
  return wrong;
}

/* Pages on which the form may stand, the nearest first. */
function near(walk, path) {
  const parts = path.split('/').slice(1);
  const above = parts.map((_, i) => `/${parts.slice(0, parts.length - i).join('/')}`);
  const ids = path.match(ID) || [];
  const known = walk.me.seen.filter((p) => ids.length === 0 || ids.some((id) => p.includes(id)));

  return [walk.where, ...above.flatMap((p) => [p, `${p}/new`]), ...known, ...walk.me.seen,
    '/today', '/users', '/plan'].filter((p) => p && p.startsWith('/'));
}

const text = (html) => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'")
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/* "@name:content" is a file. */
const isFile = (f) => /^@[^:]+:/.test(f.value);

function attach(form, { name, value }) {
  const [, file, content] = value.match(/^@([^:]*):(.*)$/s);

  return form.locator(`input[type=file][name="${name}"]`).setInputFiles(
    { name: file, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
}

/* The form on the page that is open, if it is there and takes every answer. */
async function formHere(walk, how) {
  const forms = walk.me.page.locator(
    `form[action="${how.to}"], form:has([formaction="${how.to}"])`);
  let wrong = ['no form'];

  for (let i = 0; i < await forms.count(); i += 1) {
    const form = forms.nth(i);

    if ((await form.getAttribute('method') || '').toLowerCase() !== 'post') continue;
    for (const f of how.fields.filter(isFile)) await attach(form, f);
    wrong = await form.evaluate(fillForm, { ...how, fields: how.fields.filter((f) => !isFile(f)) });
    if (!wrong.length) return { form };
  }
  return { wrong };
}

/* The page as it is sent, without a browser: many are read before one holds the form. */
async function read(walk, at, from) {
  const got = await walk.me.context.request.get(walk.home + at, { maxRedirects: 0 });
  const status = got.status();

  if (status >= 500) walk.complain(`${at}: status ${status}`);
  if (from && status === 404) walk.complain(`${from} leads to ${at}: nothing is there`);
  return status === 200 ? got.text() : '';
}

/* Looks for the form; refused: it is expected to be, so that nobody need offer it. */
export async function findForm(walk, path, fields, refused) {
  const how = { to: walk.town + path, fields, bare: refused };
  const todo = near(walk, path).map((p) => ({ at: p.replace(/[#].*$/, ''), guess: true }));
  const others = []; /* what else is linked to: read when nothing nearer is left */
  const done = new Set();
  const ids = [path, ...fields.map((f) => f.value)].join(' ').match(ID) || [];
  const about = (at) => ids.some((id) => at && at.includes(id));
  const alike = {}; /* how many of a page's many filters and years were read */
  const nearer = ({ at, from, guess }) => (guess && !about(path) ? 1 : 0) + 2 * Number(about(at)) + Number(about(from))
    + 2 * Number(fields.some((f) => at.includes(`${path}?`) && at.includes(`${f.name}=${f.value}`)));
  let missing = `no form for ${path} was found`;

  if (walk.live) {
    const { form } = await formHere(walk, how);
    if (form) return form;
  }
  while (todo.length + others.length
    && done.size < (refused ? REFUSED_PAGES_MAX : PAGES_MAX)) {
    const { at, from } = todo.shift() || others.shift();

    if (done.has(at) || FILE.test(at)) continue;
    const plain = at.replace(FILTER, '$1');
    alike[plain] = (alike[plain] || 0) + 1;
    if (alike[plain] > ALIKE_MAX) continue;
    done.add(at);
    const html = await read(walk, at, from);
    if (html.includes(`action="${walk.town}${path}"`)) {
      await walk.open(at);
      const { form, wrong } = await formHere(walk, how);
      if (form) return form;
      if (wrong[0] !== 'no form') missing = `${at}: ${wrong.join('; ')}`;
    }
    const links = [...html.matchAll(/<a\b[^>]*href="([^"#]*)/g)]
      .map(([, href]) => text(href)).filter((h) => h.startsWith(`${walk.town}/`))
      .map((h) => ({ at: h.slice(walk.town.length), from: at }));
    const close = (k) => about(k.at) || about(at) || !k.at.match(ID)
      || (at === '/users' && path.startsWith('/posts/')); /* who has the post */
    todo.push(...links.filter(close));
    others.push(...links.filter((k) => !close(k)));
    todo.sort((a, b) => nearer(b) - nearer(a));
  }
  throw new NotOffered(`${missing}; read: ${[...done].join(' ')}`);
}
