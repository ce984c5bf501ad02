// What an officer stumbled over: long texts, entries that are not accepted, rows taken twice, papers of another city.

import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EDOGAWA, alarmText, at, drawn, folder, head, openDocument, openFile, press, saved, start, type, tool } from './browser.mjs';

const [MATSUDO, KUMAGAYA, KAWAGUCHI] = ['matsudo', 'kumagaya', 'kawaguchi'].map((name) => EDOGAWA.replace('edogawa', name));

/** Answers the question of the page, and chooses the file that it then asks for. */
async function openAfter(page, words, path) {
  await tool(page, 'open');
  await page.waitForSelector('dialog[open]');
  const text = await page.$eval('dialog[open]', (one) => one.textContent);
  const [chooser] = await Promise.all([page.waitForFileChooser(), press(page, words)]);
  await chooser.accept([path]);
  return text;
}

test('what is too long to be opened again is not accepted', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, MATSUDO);
  const put = (count) => page.evaluate((n) => {
    const field = $('in-cover.remarks') ?? $('in-cover.declaration');
    field.value = '個人情報保護'.repeat(n);
    field.dispatchEvent(new Event('change'));
    return $(field.id.replace('in-', 'why-')).textContent;
  }, count);
  assert.match(await put(115_000), /^記入できない 評価書が長すぎる：保存すると\d+バイトになり、開けない（2097152バイトまで）/);
  assert.match(await head(page), /未保存/);
  assert.doesNotMatch(await put(90_000), /記入できない/);
  const file = join(folder, 'long.json');
  writeFileSync(file, await saved(editor));
  await openFile(page, file);
  await page.waitForFunction(() => session.name === 'long.json');
  assert.equal(await alarmText(page), '');
  editor.check();
});

test('what is not accepted counts as unsaved, and does not stay for the next file', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, MATSUDO);
  const before = await page.$eval(at('cover.published'), (one) => one.value);
  await type(page, 'cover.published', 'あした');
  assert.match(await head(page), /未保存/);
  const asked = await openAfter(page, '続ける', MATSUDO);
  assert.match(asked, /受け付けられない記載が1件/);
  await page.waitForFunction(() => session.refused.size === 0);
  await drawn(page);
  assert.equal(await page.$eval(at('cover.published'), (one) => one.value), before);
  assert.equal(await page.$eval(`${at('cover.published').replace('in-', 'why-')}`, (one) => one.textContent.includes('記入できない')), false);
  assert.match(await head(page), /保存済み/);

  // Saved without it, the page goes on to what was asked for.
  await type(page, 'cover.published', 'あした');
  await tool(page, 'open');
  await press(page, '保存してから続ける');
  await page.waitForFunction(() => document.querySelector('dialog[open]').textContent.includes('そのまま保存する'));
  const [chooser] = await Promise.all([page.waitForFileChooser(), press(page, 'そのまま保存する')]);
  await chooser.accept([KUMAGAYA]);
  await page.waitForFunction(() => session.name === 'kumagaya.json');

  // An entry that is removed takes along what was not accepted in it.
  await openDocument(page, EDOGAWA);
  await type(page, 'systems[1].number', '二');
  assert.equal(await page.evaluate(() => session.refused.size), 1);
  await page.evaluate(() => removeEntry(session.cells.flatMap((cell) => cell.begins ?? []).find(({ path }) => path === 'systems[0]')));
  assert.deepEqual(await page.evaluate(() => [...session.refused.keys()]), ['systems[0].number']);
  assert.equal(await page.$eval(at('systems[0].number'), (one) => one.value), '二');
  await page.click('#undo');
  assert.deepEqual(await page.evaluate(() => [...session.refused.keys()]), ['systems[1].number']);
  const shown = () => page.evaluate(() => [0, 1, 2].map((index) => $(`in-systems[${index}].number`)?.value));
  const [, second, third] = await shown();
  assert.equal(second, '二');
  assert.notEqual(third, '二');
  const moveBy = (index, by) => page.evaluate((place, step) => {
    moveEntry(session.cells.flatMap((cell) => cell.begins ?? []).find(({ path }) => path === `systems[${place}]`), step);
  }, index, by);
  await moveBy(1, 1);
  assert.deepEqual((await shown()).slice(1), [third, '二']);
  await moveBy(2, -1);
  assert.deepEqual((await shown()).slice(1), ['二', third]);
  await page.evaluate(() => removeEntry(session.cells.flatMap((cell) => cell.begins ?? []).find(({ path }) => path === 'systems[0]')));
  await page.evaluate(() => removeEntry(session.cells.flatMap((cell) => cell.begins ?? []).find(({ path }) => path === 'systems[0]')));
  assert.deepEqual(await page.evaluate(() => [...session.refused.keys()]), []);
  editor.check();
});

test('the kind of the body leaves its own procedure, and a paper of another city is named', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  await type(page, 'file_sections[0].retention.storage', 'ガバメントクラウド');
  await tool(page, 'plan');
  await page.waitForSelector('#event-body');
  assert.equal(await page.$eval('#event-body', (one) => one.value), '');
  const steps = async (kind) => {
    await page.select('#event-body', kind);
    await press(page, '手続を示す');
    await page.waitForSelector('.steps li');
    return page.$$eval('.steps li > p:first-child', (all) => all.map((one) => one.textContent));
  };
  const [both, local, organ] = [await steps(''), await steps('local_government'), await steps('administrative_organ')];
  assert.ok(local.length < both.length && organ.length < both.length);
  assert.ok(organ.some((step) => step.includes('承認')) && !local.some((step) => step.includes('承認')), local.join('\n'));

  const choose = async (path) => {
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#papers-choose')]);
    await chooser.accept([path]);
  };
  await choose(KUMAGAYA);
  await page.waitForSelector('dialog .message.warning');
  const warned = await page.$eval('dialog .ask li', (one) => one.textContent);
  assert.match(warned, /kumagaya\.json[\s\S]*同じ事務の評価書でないかもしれない[\s\S]*熊谷市長[\s\S]*江戸川区長/);
  await page.keyboard.press('Escape');
  // Another document has papers of its own.
  await openAfter(page, '続ける', KAWAGUCHI);
  await page.waitForFunction(() => session.name === 'kawaguchi.json');
  await tool(page, 'plan');
  assert.equal(await page.$$eval('dialog .ask li', (all) => all.length), 0);
  editor.check();
});

test('rows are added once, whatever day the dialog proposes', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  const count = () => page.evaluate(() => JSON.parse(textOfDocument()).changes.length);
  const before = await count();
  await type(page, 'file_sections[0].retention.storage', 'ガバメントクラウド');
  await type(page, 'systems[0].name', '架空システム');
  const dialogOn = async (day) => {
    await tool(page, 'compare');
    await page.waitForSelector('#take-all');
    await page.$eval('#row-date', (one, text) => { one.value = text; one.dispatchEvent(new Event('change')); }, day);
    await page.waitForFunction((text) => document.querySelectorAll('.comparison')[1].textContent.includes(text), {}, day);
  };
  await dialogOn('2026-04-01');
  await press(page, '全て追加');
  const after = await count();
  assert.ok(after >= before + 2);
  await page.keyboard.press('Escape');
  await tool(page, 'compare');
  await page.waitForSelector('#take-all');
  // The day is remembered.
  assert.equal(await page.$eval('#row-date', (one) => one.value), '2026-04-01');
  await page.keyboard.press('Escape');
  await dialogOn('2026-05-01');
  assert.equal(await page.$eval('#take-all', (one) => one.disabled), true);
  const words = await page.$$eval('.comparison:last-of-type button', (all) => all.map((one) => one.textContent));
  assert.ok(words.length >= 2 && words.every((word) => word === '記載済み'), words.join());
  await page.keyboard.press('Escape');
  // Another change is a new row.
  await type(page, 'systems[0].name', '別の架空システム');
  await dialogOn('2026-05-01');
  await press(page, '全て追加');
  assert.equal(await count(), after + 1);
  editor.check();
});

test('a file that is no document is refused in Japanese', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, MATSUDO);
  const good = await saved(editor);
  const refused = async (name, bytes) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    await openFile(page, path);
    await page.waitForFunction((file) => $('alert').textContent.includes(file), {}, name);
    return page.$eval('#alert p', (one) => one.textContent);
  };
  assert.match(await refused('empty.json', ''), /^何も書かれていない/);
  assert.match(await refused('cut.json', good.slice(0, 500)), /^途中で終わっている。ファイルが壊れている（\d+行\d+列）$/);
  assert.match(await refused('text.json', 'これは評価書ではない'), /^評価書の形式（JSON）で書かれていない/);
  assert.match(await refused('sjis.json', Buffer.from([0x7b, 0x22, 0x95, 0x5d, 0x89, 0xbf, 0x22, 0x7d])), /^文字コードが UTF-8 でない/);
  editor.check();
});

test('a changed document is saved under a name with the day, and the draft is that of the document', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page, downloads } = editor;
  await openDocument(page, MATSUDO);
  await saved(editor);
  assert.deepEqual(readdirSync(downloads), ['matsudo.json']);
  await type(page, 'cover.body', '架空市長');
  const day = await page.evaluate(() => today());
  for (let time = 0; time < 2; time += 1) {
    await saved(editor);
    assert.deepEqual(readdirSync(downloads), [`matsudo-${day}.json`]);
  }
  assert.match(await head(page), /matsudo-\d/);
  await page.reload();
  await page.waitForSelector('.field');
  await drawn(page);
  assert.match(await head(page), /下書きから再開/);
  await openFile(page, KUMAGAYA);
  await page.waitForFunction(() => session.name === 'kumagaya.json');
  assert.doesNotMatch(await head(page), /下書き/);
  editor.check();
});
