/*
 * node tests/browser/act.mjs URL: the first act as two clerks and a third do it, in a real
 * browser: at a desk and on a phone, by keyboard.
 *
 * a consultation of one sentence is taken at any desk and passed on.
 */
import { Tally, openPage, picture, runAxe, startBrowser } from './lib.mjs';

const PASSWORD = 'kasane-mihon-2026';
const NAME = `架空 試し${Date.now() % 100000}`;
const WORDS = '二階から物音がしない、と近所の人が心配している。';

const tally = new Tally();
const origin = process.argv[2].replace(/\/$/, '');

const has = async (page, text) =>
  (await page.textContent('body')).includes(text) ? [] : [`「${text}」 is not on ${page.url()}`];
const hasNot = async (page, text) =>
  (await page.textContent('body')).includes(text) ? [`「${text}」 is on ${page.url()}`] : [];

/* By keyboard, as it has to work without a mouse too. */
async function press(page, selector) {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().press('Enter')]);
}

async function logIn(browser, where, number) {
  const { page: p } = await openPage(browser, origin, where.width);

  p.setDefaultTimeout(10000);
  await p.goto(`${origin}/${where.town}/login`);
  await p.fill('#number', number);
  await p.fill('#password', PASSWORD);
  await press(p, 'main button[type=submit]');
  tally.check(`${where.name} ${number} logs in`, await has(p, 'きょう'));
  return p;
}

async function receive(page, where) {
  await page.goto(`${origin}/${where.town}/intake`);
  await press(page, '.sendbar .btn--main');
  tally.check(`${where.name} an empty form says what to mend`,
    await has(page, '「相談の内容」を書いてください。'));
  await page.fill('textarea[name=words]', WORDS);
  await page.fill('input[name=name]', NAME);
  await press(page, '.sendbar .btn--main');
  tally.check(`${where.name} a number is given`,
    /R\d+-\d{6}-\d/.test(await page.textContent('main')) ? [] : ['no number of a case']);
  return page.url().replace(/\/receipt.*$/, '');
}

/* Few answers are boxes to press, many are a list to pick from. */
async function choose(page, name, label) {
  const list = page.locator(`select[name=${name}]`);

  if (await list.count()) await list.selectOption({ label });
  else await page.locator('label.pick', { hasText: label }).first().locator('input').press(' ');
}

async function handOver(page, where, place) {
  await page.goto(`${place}/referrals/new`);
  await choose(page, 'desk', where.desk);
  await choose(page, 'ask', '受け入れて対応');
  await page.fill('textarea[name=purpose]', 'たずねて、ようすを見てほしい。');
  await page.fill('textarea[name=handed]', 'きのうから物音がしない。');
  await press(page, '.sendbar .btn--main');
  tally.check(`${where.name} both are responsible`, await has(page, '受け取り待ち'));
  tally.check(`${where.name} hand-over axe`, await runAxe(page));
  await picture(page, `act-${where.name}-sent`);
  return page.url().replace(/\?.*$/, '');
}

async function confirm(page, where, handOver) {
  await page.goto(`${origin}/${where.town}/today`);
  tally.check(`${where.name} きょう shows it`, await has(page, '受け取りの確認'));
  tally.check(`${where.name} without a name`, await hasNot(page, NAME));
  await page.goto(handOver);
  tally.check(`${where.name} opened, the name shows`, await has(page, NAME));
  tally.check(`${where.name} the words stay with their desk`, await hasNot(page, WORDS));
  await press(page, `form[action$="/accept"] button[type=submit]`);
  tally.check(`${where.name} it has arrived`, await has(page, '受け取った'));
  await picture(page, `act-${where.name}-accepted`);
}

async function thirdSeesNothing(page, where, place) {
  const answer = await page.goto(place);

  tally.check(`${where.name} a third desk finds nothing`,
    answer.status() === 404 ? [] : [`status ${answer.status()}`]);
  await page.goto(`${origin}/${where.town}/cases`);
  tally.check(`${where.name} not in its list`, await hasNot(page, NAME));
}

async function act(browser, where) {
  const clerk = await logIn(browser, where, '100001');
  const place = await receive(clerk, where);
  const sent = await handOver(clerk, where, place);

  await confirm(await logIn(browser, where, '200001'), where, sent);
  await thirdSeesNothing(await logIn(browser, where, '200002'), where, place);
}

const browser = await startBrowser();
try {
  await act(browser, { name: 'niiza-desk', town: 'niiza', width: 1440,
    desk: '高齢者相談センター' });
  await act(browser, { name: 'kasugai-phone', town: 'kasugai', width: 390,
    desk: '地域包括支援センター' });
} finally {
  await browser.close();
}
process.exitCode = tally.end();
