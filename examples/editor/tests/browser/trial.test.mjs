// A trial as an officer: a new entrustee, another storage, more handlers and a transfer that ended, on one day.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EDOGAWA, at, drawn, openDocument, press, start, type, tool } from './browser.mjs';

const KAWAGUCHI = EDOGAWA.replace('edogawa', 'kawaguchi');
const ENTRUSTMENT = 'file_sections[0].entrustments[0]';
const STORAGE = 'file_sections[0].retention.storage';

/** Opens 川口市 and makes the changes of the trial. */
async function changed(t, size) {
  const editor = await start(t, size);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  await type(page, `${ENTRUSTMENT}.entrustee`, '架空システム株式会社');
  await type(page, STORAGE, 'ガバメントクラウドに保管する。');
  await page.select(at(`${ENTRUSTMENT}.handlers`), 'from_100_to_499');
  await removeEntry(page, 'file_sections[0].provision.transfers[1]');
  return editor;
}

const removeEntry = (page, path) => page.evaluate((wanted) => {
  removeEntry(session.cells.flatMap((cell) => cell.begins ?? []).find((one) => one.path === wanted));
}, path);

const active = (page) => page.evaluate(() => document.activeElement.id);

/** Replaces what is in an input of a dialog. */
const enter = (page, id, text) => page.evaluate((control, value) => {
  $(control).value = value;
  $(control).dispatchEvent(new Event('input', { bubbles: true }));
}, id, text);

async function askForPlan(page, entries) {
  if (!(await page.$('#event'))) await tool(page, 'plan');
  await page.waitForSelector('#event-on');
  for (const [id, text] of Object.entries(entries)) await enter(page, id, text);
  await press(page, '手続を示す');
}

const alarm = (page) => page.$eval('dialog .alarm', (one) => one.textContent);

const PLAN = { 'event-body': 'local_government', 'event-on': '2027-04-01', 'event-system': 'from', 'event-system-from': '2026-10-01', 'plan-day': '2026-06-01' };

test('a plan says what comes first, by when, after what and because of what', { timeout: 120_000 }, async (t) => {
  const editor = await changed(t);
  const { page } = editor;
  await askForPlan(page, PLAN);
  await page.waitForSelector('.steps li');
  const shown = (selector) => page.$$eval(selector, (all) => all.map((one) => one.textContent));
  assert.deepEqual(await shown('.first'), ['最初にすること：1. 基礎項目評価書: 提出（あと121日）']);
  assert.deepEqual(await shown('dialog h4'), ['基礎項目評価書', '重点項目評価書', '評価書によらないもの']);
  assert.deepEqual(await page.$$eval('.steps li', (all) => all.map(({ value }) => value)), [1, 2, 3, 4, 5]);
  assert.deepEqual(new Set(await shown('.steps .day')), new Set(['期限の理由：システムの構築を始める日（令和8年10月1日（木））の前に（あと121日）']));
  assert.deepEqual(await shown('.steps .after'), ['順序：「1. 基礎項目評価書: 提出」の後', '順序：「3. 重点項目評価書: 提出」の後']);
  // Only what is marked ※ makes the steps necessary, not all that changed.
  assert.deepEqual(new Set(await shown('.because')), new Set(['理由：重要な変更：保管場所']));
  await page.evaluate(() => document.querySelector('.after a').click());
  assert.equal(await active(page), 'step-0');

  // In English the same.
  await page.keyboard.press('Escape');
  await tool(page, 'language');
  await tool(page, 'plan');
  await page.waitForSelector('.steps li');
  assert.deepEqual(await shown('.first'), ['To be done first: 1. basic-item assessment: file (121 days left)']);
  assert.doesNotMatch(await page.$eval('dialog', (one) => [...one.querySelectorAll('h3 ~ *')].map((part) => part.innerText).join('').replace(/規則[^,;)]*/g, '')), /[ぁ-ん]/);
  editor.check();
});

test('an all-item assessment begins with the announcement, thirty days before', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  await type(page, STORAGE, 'ガバメントクラウドに保管する。');
  await askForPlan(page, { ...PLAN, 'event-system': 'none', 'plan-day': '2027-03-15' });
  await page.waitForSelector('.steps li');
  assert.match(await page.$eval('.first', (one) => one.textContent), /公示し、住民その他の者の意見を求める（令和9年3月1日（月）は過ぎている）$/);
  const why = await page.$$eval('.steps .day', (all) => all.map((one) => one.textContent));
  assert.ok(why.some((one) => one.startsWith('期限の理由：30日以上の意見聴取を変更の日（令和9年4月1日（木））の前に終えるため')), why.join('\n'));
  editor.check();
});

test('rows that are taken over leave the dates in order', { timeout: 120_000 }, async (t) => {
  const editor = await changed(t);
  const { page } = editor;
  const reversed = () => page.evaluate(() => session.check.findings.filter(({ code }) => ['dates_reversed', 'change_backwards'].includes(code)).length);
  const dates = () => page.evaluate(() => JSON.parse(textOfDocument()).changes.map(({ date }) => date));
  const before = await reversed();
  const openOn = async (day) => {
    await tool(page, 'compare');
    await page.waitForSelector('#take-all');
    await page.$eval('#row-date', (one, text) => { one.value = text; one.dispatchEvent(new Event('change')); }, day);
  };
  await openOn('令和8年6月1日');
  assert.match(await page.$eval('#also-publish', (one) => one.parentElement.textContent), /公表日（令和7年12月26日）も変更日に改める/);
  await press(page, '全て追加');
  assert.equal(await page.evaluate(() => cellAt('cover.published').text), '令和8年6月1日');
  assert.equal(await page.$('#also-publish'), null);
  assert.equal(await reversed(), before);
  const all = await dates();
  assert.equal(all.at(-1), '2026-06-01');
  await page.keyboard.press('Escape');

  // An older day goes between the rows that are there.
  await type(page, 'cover.body', '架空市長');
  await openOn('2026-05-01');
  await press(page, '全て追加');
  const place = (await dates()).indexOf('2026-05-01');
  assert.equal(place, all.indexOf('2026-06-01'));
  assert.equal(await reversed(), before);
  await page.keyboard.press('Escape');

  // The day of publication, once it is that of the new version, is the day that is proposed.
  await tool(page, 'compare');
  await page.waitForSelector('#row-date');
  await page.keyboard.press('Escape');
  await page.evaluate(() => { session.rowDate = undefined; });
  await tool(page, 'compare');
  await page.waitForSelector('#row-date');
  assert.equal(await page.$eval('#row-date', (one) => one.value), '2026-06-01');
  editor.check();
});

test('an answer of none is shown as one', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  await type(page, `${ENTRUSTMENT}.content`, 'なし');
  await page.evaluate(() => write('file_sections[0].outline.main_record_items', []));
  await tool(page, 'compare');
  await page.waitForSelector('#take-all');
  const columns = (name) => page.$$eval('.comparison', (tables, column) =>
    tables.map((table) => [...table.querySelectorAll('td')].filter((cell) => cell.dataset.column === column).map((cell) => cell.textContent)), name);
  assert.deepEqual(await columns('変更後の記載'), [['なし', 'なし'], ['なし', 'なし']]);
  editor.check();
});

test('a finding about a chain says what to do, and leads there', { timeout: 120_000 }, async (t) => {
  const editor = await changed(t);
  const { page } = editor;
  const why = `why-${ENTRUSTMENT}.entrustee`;
  assert.match(await page.evaluate((id) => $(id).textContent, why), /委託先が変わったのであれば連鎖を、そうでなければ委託先名を改める/);
  await page.evaluate((id) => [...$(id).querySelectorAll('a')].find((one) => one.textContent === '委託の連鎖を開く').click(), why);
  assert.equal(await active(page), `in-${ENTRUSTMENT}.chain[0].name`);
  await page.evaluate(() => document.activeElement.select());
  await page.keyboard.sendCharacter('架空システム株式会社');
  await page.keyboard.press('Tab');
  assert.doesNotMatch(await page.evaluate((id) => $(id).textContent, why), /連鎖を、そうでなければ/);
  editor.check();
});

test('what is wrong with a day or a number says which, and is beside it', { timeout: 120_000 }, async (t) => {
  const editor = await changed(t);
  const { page } = editor;
  const refused = async (entries) => {
    await askForPlan(page, entries);
    const id = await active(page);
    assert.equal(await page.$eval(`#${id}`, (one) => one.getAttribute('aria-describedby')), 'dialog-alarm');
    return [id, await alarm(page)];
  };
  const howTo = /（書き方は 令和7年6月1日、R7\.6\.1、2025-06-01）$/;
  let [id, text] = await refused({ ...PLAN, 'event-system-from': '' });
  assert.equal(id, 'event-system-from');
  assert.match(text, /^システムの構築を始める日：書かれていない/);
  assert.match(text, howTo);
  [id, text] = await refused({ ...PLAN, 'event-on': '令和9年4月' });
  assert.equal(id, 'event-on');
  assert.match(text, /^契機の日：「令和9年4月」は年月日でない/);
  assert.match(text, howTo);
  [id, text] = await refused({ ...PLAN, 'plan-day': 'きょう' });
  assert.deepEqual([id, text.startsWith('基準日：「きょう」は日付として読めない。書き方は')], ['plan-day', true]);
  [id, text] = await refused({ ...PLAN, 'event-handlers': '多数' });
  assert.deepEqual([id, text.startsWith('取扱者数：「多数」は人数として読めない。書けるのは')], ['event-handlers', true]);
  [id, text] = await refused({ ...PLAN, event: 'incident', 'event-on': '', 'event-handlers': '' });
  assert.deepEqual([id, text.startsWith('契機の日：書かれていない')], ['event-on', true]);
  [id, text] = await refused({ event: 'incident', 'event-on': '2026-05-01', 'event-known': '13月' });
  assert.deepEqual([id, text.startsWith('知った日：「13月」は')], ['event-known', true]);
  await enter(page, 'event-known', '');
  await press(page, '手続を示す');
  assert.equal(await page.$('dialog .alarm'), null);
  editor.check();
});

test('what was entered about the procedure is there when it is opened again', { timeout: 120_000 }, async (t) => {
  const editor = await changed(t);
  const { page } = editor;
  await askForPlan(page, PLAN);
  await page.waitForSelector('.because a');
  // A reason leads to its field, and closes the procedure.
  await page.evaluate(() => document.querySelector('.because a').click());
  assert.equal(await active(page), `in-${STORAGE}`);
  await tool(page, 'plan');
  await page.waitForSelector('.steps li');
  const entered = await page.evaluate((ids) => ids.map((id) => $(id).value), Object.keys(PLAN));
  assert.deepEqual(entered, Object.values(PLAN));
  assert.equal(await page.$eval('#event-system-from', (one) => one.hidden), false);
  await page.keyboard.press('Escape');
  await tool(page, 'open');
  await page.waitForSelector('dialog[open]');
  const [chooser] = await Promise.all([page.waitForFileChooser(), press(page, '続ける')]);
  await chooser.accept([EDOGAWA]);
  await page.waitForFunction(() => session.name === 'edogawa.json');
  await tool(page, 'plan');
  assert.equal(await page.$eval('#event-on', (one) => one.value), '');
  editor.check();
});

test('after an entry went, the focus is at the next one or where one is added', { timeout: 180_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  // The parties of a chain, and the last of them.
  await page.evaluate((entrustment) => openChainOf(`${entrustment}.chain`), 'file_sections[0].entrustments[0]');
  const chain = 'file_sections[0].entrustments[0].chain';
  await page.evaluate((id) => [...$(id).querySelectorAll('.party button')].at(-1).click(), `chain-${chain.slice(0, -6)}`);
  await page.evaluate((id) => [...$(id).querySelectorAll('.party button')].at(-1)?.click(), `chain-${chain.slice(0, -6)}`);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '＋ 委託先を追加');

  const lists = await page.evaluate(() => [...new Set(session.cells.flatMap((cell) => cell.begins ?? []).filter((one) => one.is_filled).map(({ list }) => list))]);
  const seen = new Set();
  // The inner lists first, because they go with their entry.
  const depth = (list) => list.split('[').length;
  for (const list of lists.toSorted((one, other) => depth(other) - depth(one))) {
    const pattern = list.replace(/\d+/g, '');
    const count = await page.evaluate((of) => lengthOf(of), list);
    if (seen.has(pattern) || count > 40 || !count) continue;
    seen.add(pattern);
    for (const index of [0, ...Array(count - 1).keys()].slice(0, 4)) {
      if (!(await page.evaluate((of) => lengthOf(of), list))) break;
      await removeEntry(page, `${list}[${Math.min(index, (await page.evaluate((of) => lengthOf(of), list)) - 1)}]`);
      const here = await page.evaluate((of) => {
        const one = document.activeElement;
        return { id: one.id, isThere: one !== document.body && one.getClientRects().length > 0, list: of };
      }, list);
      assert.ok(here.isThere && here.id.includes(list), JSON.stringify(here));
    }
  }
  assert.ok(seen.size > 5, [...seen].join());

  await drawn(page);
  editor.check();
});

test('Enter and the arrows go from hit to hit', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await page.keyboard.type('後期高齢者');
  await page.waitForFunction(() => $('hits').children.length > 2);
  const hits = await page.evaluate(() => [...$('hits').children].map(({ path }) => path));
  const current = () => page.evaluate(() => ({ hit: document.querySelector('#hits [aria-current]')?.path, field: document.querySelector('.field.hit')?.path }));
  const expected = [];
  for (const [key, shift, index] of [['Enter', false, 0], ['ArrowDown', false, 1], ['Enter', false, 2], ['ArrowUp', false, 1], ['Enter', true, 0], ['ArrowUp', false, hits.length - 1], ['Enter', false, 0]]) {
    if (shift) await page.keyboard.down('Shift');
    await page.keyboard.press(key);
    if (shift) await page.keyboard.up('Shift');
    expected.push(index);
    assert.equal((await current()).hit, hits[index], `${key} ${expected}`);
    assert.equal(await active(page), 'search');
  }
  const { field } = await current();
  assert.ok(await page.evaluate((path) => { const { top, bottom } = $(`field-${path}`).getBoundingClientRect(); return top < innerHeight && bottom > 0; }, field));
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.field').path), field);
  editor.check();
});

test('on a narrow screen the comparison has no columns', { timeout: 120_000 }, async (t) => {
  const editor = await changed(t, { width: 390, height: 800 });
  const { page } = editor;
  await tool(page, 'compare');
  await page.waitForSelector('#take-all');
  const cells = await page.$$eval('.comparison td', (all) => all.filter((one) => one.offsetParent).map((one) => one.getBoundingClientRect().width));
  assert.ok(cells.length > 10 && cells.every((width) => width > 280), cells.join());
  assert.ok(await page.$eval('dialog', (one) => one.scrollWidth <= one.clientWidth));
  const labels = await page.$$eval('.comparison td[data-column]', (all) => all.map((one) => getComputedStyle(one, '::before').content));
  assert.ok(labels.some((label) => label.includes('変更前の記載')));
  editor.check();
});

test('the threshold determination says the same in English', { timeout: 60_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  const lines = () => page.$$eval('#threshold-panel > :not(details, select)', (all) => all.map((one) => one.innerText));
  const japanese = await lines();
  await tool(page, 'language');
  const english = await lines();
  assert.equal(english.length, japanese.length);
  assert.match(english.join('\n'), /the basic-item and the key-item assessment are required/);
  for (const line of english) assert.doesNotMatch(line, /[ぁ-んァ-ン一-龥]/);
  editor.check();
});

test('the help names every tool and key, in both languages', { timeout: 60_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  const words = await page.evaluate(() => ({
    lists: ['help_tools', 'help_list'].map((key) => WORDS[key].map((list) => list.length)),
    // Each word has both languages, and takes the same values in both.
    odd: Object.entries(WORDS).filter(([, pair]) => pair.length !== 2 || typeof pair[0] !== typeof pair[1] || pair[0].length === 0 || (typeof pair[0] === 'function' && pair[0].length !== pair[1].length)).map(([key]) => key),
    japanese: Object.entries(WORDS).filter(([key, [, english]]) => typeof english === 'string' && key !== 'title' && /[ぁ-ん]{4}/.test(english)).map(([key]) => key),
  }));
  for (const [japanese, english] of words.lists) assert.equal(japanese, english);
  assert.deepEqual([words.odd, words.japanese], [[], []]);
  for (const language of [0, 1]) {
    await page.keyboard.press('F1');
    await page.waitForSelector('.help');
    const shown = await page.$eval('dialog', (one) => one.textContent);
    for (const id of ['save', 'print', 'raise', 'compare', 'plan']) {
      const word = await page.$eval(`#${id}`, (one) => one.textContent);
      assert.ok(shown.includes(word), `${word} is not in the help`);
    }
    await page.keyboard.press('Escape');
    if (!language) await tool(page, 'language');
  }
  editor.check();
});
