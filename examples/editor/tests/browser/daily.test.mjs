// What the page says of drafts, files and versions in daily work.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EDOGAWA, alarmText, drawn, head, openDocument, press, saved, start, type } from './browser.mjs';

const MATSUDO = EDOGAWA.replace('edogawa', 'matsudo');
const KAWAGUCHI = EDOGAWA.replace('edogawa', 'kawaguchi');

test('only what was saved is called saved', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  const begin = async () => {
    await page.click('#new');
    await press(page, '作る');
    await page.waitForSelector('.field');
    await drawn(page);
  };
  await begin();
  assert.match(await head(page), /未保存/);
  // Nothing was written, so nobody is asked about another new one.
  await begin();
  assert.equal(await page.$('dialog'), null);
  await saved(editor);
  assert.match(await head(page), /保存済み/);
  await type(page, 'cover.body', '架空市長');
  assert.match(await head(page), /未保存/);
  await page.click('#new');
  await page.waitForFunction(() => document.querySelector('dialog')?.textContent.includes('保存していない変更がある'));
  editor.check();
});

test('where the browser keeps nothing, the page says so at once and goes on', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await page.evaluateOnNewDocument(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
    }
  });
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  assert.match(await page.$eval('.start .alarm', (one) => one.textContent), /下書きをこのブラウザに残せない/);
  await openDocument(page, MATSUDO);
  await type(page, 'cover.body', '架空市長');
  await page.waitForFunction(() => document.querySelector('#file').textContent.includes('残せない'));
  assert.equal(JSON.parse(await saved(editor)).cover.body, '架空市長');
  editor.check();
});

test('of several files that are dropped, those that are not opened are named', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await page.evaluate(() => {
    const text = ask({ save: { document: ask({ new: { edition: about.editions[0].code, today: today() } }).document } }).text;
    const dataTransfer = new DataTransfer();
    for (const name of ['one.json', 'two.json', 'three.json']) dataTransfer.items.add(new File([text], name));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await page.waitForFunction(() => session.name === 'one.json');
  assert.match(await alarmText(page), /one\.json だけを開いた。開いていないファイル：two\.json、three\.json/);
  editor.check();
});

test('a paper of another affair is no older version', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, MATSUDO);
  const choose = async (path) => {
    const [chooser] = await Promise.all([page.waitForFileChooser(), page.click('#older-choose')]);
    await chooser.accept([path]);
  };
  await page.click('#plan');
  await page.waitForSelector('#older-choose');
  await choose(KAWAGUCHI);
  await page.waitForSelector('#dialog-alarm');
  assert.match(await page.$eval('#dialog-alarm', (one) => one.textContent), /kawaguchi\.json は、この評価書の前の版でない：事務の名称が異なる/);
  assert.equal(await page.$eval('#older-opened', (one) => one.checked), true);
  await page.keyboard.press('Escape');
  // It can be compared, and is forgotten after that.
  await page.click('#compare');
  await page.waitForSelector('#older-choose');
  await choose(KAWAGUCHI);
  await page.waitForFunction(() => document.querySelector('dialog').textContent.includes('同じ事務の評価書でないかもしれない'));
  await page.keyboard.press('Escape');
  await page.click('#plan');
  await page.waitForSelector('#older-choose');
  assert.equal(await page.$eval('#older-opened', (one) => one.checked), true);
  assert.equal(await page.evaluate(() => session.older), undefined);
  editor.check();
});

test('a row that was taken over is no difference', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  await type(page, 'cover.body', '架空市長');
  const compared = async () => {
    await page.click('#compare');
    await page.waitForSelector('#take-all');
    return page.$eval('dialog h3', (one) => one.textContent);
  };
  const before = await compared();
  await page.evaluate(() => $('also-publish')?.click());
  await press(page, '全て追加');
  await page.keyboard.press('Escape');
  assert.equal(await compared(), before);
  assert.match(await page.$eval('dialog', (one) => one.textContent), /変更箇所の表に加えた行：1/);
  editor.check();
});
