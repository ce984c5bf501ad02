// What cannot be opened, what cannot be written, and a reload in between.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EDOGAWA, alarmText, at, command, drawn, folder, head, openDocument, openFile, press, saved, start, type, tool } from './browser.mjs';

const MATSUDO = EDOGAWA.replace('edogawa', 'matsudo');

test('a broken document and one of a newer version are refused in words', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, MATSUDO);
  const good = await saved(editor);
  const refuse = async (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    await openFile(page, path);
    await page.waitForFunction((file) => $('alert').textContent.includes(file), {}, name);
    return alarmText(page);
  };
  assert.match(await refuse('broken.json', good.slice(0, 500)), /broken\.json を開けない[\s\S]*\d+行\d+列/);
  assert.match(await refuse('words.json', 'これは評価書ではない'), /words\.json を開けない/);
  const newer = await refuse('newer.json', good.replace('"version": 1', '"version": 2'));
  assert.match(newer, /newer\.json を開けない[\s\S]*2/);
  const wrong = await refuse('wrong.json', good.replace(/"published": "[^"]*"/, '"published": "令和7年13月2日"'));
  assert.match(wrong, /公表日.*13月はない/);
  // The document that was open still is.
  assert.equal(await saved(editor), good);
  await tool(page, 'language');
  assert.match(await refuse('newer.json', good.replace('"version": 1', '"version": 2')), /newer\.json cannot be opened[\s\S]*version/);
  editor.check();
});

test('what cannot be written stays in its field, with the reason, and is not saved unseen', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, MATSUDO);
  const good = await saved(editor);
  await type(page, 'cover.published', '令和7年13月2日');
  assert.match(await page.evaluate(() => $('why-cover.published').textContent), /^記入できない 13月はない/);
  assert.equal(await page.$eval(at('cover.published'), (one) => one.value), '令和7年13月2日');
  await page.click('#save');
  await page.waitForSelector('dialog');
  assert.match(await page.$eval('dialog', (one) => one.textContent), /受け付けられない記載が1件/);
  await press(page, '最初の欄を見る');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'in-cover.published');
  await type(page, 'cover.published', 'R7.6.2');
  assert.equal(await page.$eval(at('cover.published'), (one) => one.value), '令和7年6月2日');
  assert.equal(JSON.parse(await saved(editor)).cover.published, '2025-06-02');
  assert.notEqual(await saved(editor), good);
  editor.check();
});

test('a reload in between loses nothing, and what is kept can be forgotten', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, MATSUDO);
  await type(page, 'cover.body', '架空市長');
  await type(page, 'cover.published', '令和7年13月2日');
  // Typed, and the field was not left.
  await page.focus(at('cover.title'));
  await page.keyboard.press('End');
  await page.keyboard.type('（案）');
  let asked = 0;
  page.on('dialog', async (one) => { asked += 1; await one.accept(); });
  await page.reload();
  assert.equal(asked, 1, 'the browser asks before it leaves');
  await page.waitForSelector('.field');
  await drawn(page);
  assert.equal(await page.$eval(at('cover.body'), (one) => one.value), '架空市長');
  assert.match(await page.$eval(at('cover.title'), (one) => one.value), /（案）/);
  assert.equal(await page.$eval(at('cover.published'), (one) => one.value), '令和7年13月2日');
  assert.match(await head(page), /未保存.*下書きから再開/);

  await page.keyboard.press('F1');
  await page.waitForSelector('.drafts li');
  await press(page, '消す');
  await page.waitForFunction(() => document.querySelectorAll('dialog').length === 2);
  await page.evaluate(() => { [...document.querySelectorAll('dialog')].at(-1).querySelector('.answers button').click(); });
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0);
  editor.check();
});

test('a page that carries its document is opened, and an altered one is not', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  const printed = command('print', '--html', MATSUDO);
  const [good, bad] = ['printed.html', 'altered.html'].map((name) => join(folder, name));
  writeFileSync(good, printed);
  writeFileSync(bad, printed.replace('松戸市', '松戸町'));
  await openFile(page, bad);
  await page.waitForFunction(() => document.querySelector('#alert').textContent !== '');
  assert.match(await alarmText(page), /このページは作成された後に変更されている/);
  await openFile(page, good);
  await page.waitForFunction(() => session.name === 'printed.json');
  await drawn(page);
  // What is saved is the document.
  assert.deepEqual(JSON.parse(await saved(editor)), JSON.parse(readFileSync(MATSUDO, 'utf8')));
  editor.check();
});

test('two tabs that continue one draft do not overwrite each other', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page, browser } = editor;
  await openDocument(page, MATSUDO);
  await type(page, 'cover.body', '架空市長');
  await page.evaluate(() => flushDraft());
  const second = await browser.newPage();
  await second.goto(page.url());
  await second.waitForSelector('body[data-ready]');
  await press(second, '続きから開く');
  await second.waitForSelector('.field');
  await drawn(second);
  assert.equal(await second.$eval(at('cover.body'), (one) => one.value), '架空市長');
  await type(second, 'cover.title', '二つ目の表示');
  await second.evaluate(() => flushDraft());
  await page.bringToFront();
  await type(page, 'cover.number', '12');
  await page.evaluate(() => flushDraft());
  const kept = await page.evaluate(() => drafts().map(({ text }) => JSON.parse(text).cover));
  assert.deepEqual(kept.map(({ number, title }) => [number, title === '二つ目の表示']).sort(), [['12', false], ['7', true]]);
  editor.check();
});

test('the page may reach no network', { timeout: 60_000 }, async (t) => {
  const { page } = await start(t);
  const results = await page.evaluate(async () => {
    const refused = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
    const fetched = await fetch('https://example.invalid/').then(() => 'reached', () => 'refused');
    const image = new Image();
    image.src = 'https://example.invalid/x.png';
    const script = document.createElement('script');
    script.textContent = 'window.foreign = true';
    document.body.append(script);
    await new Promise((done) => setTimeout(done, 200));
    return { fetched, refused, foreign: window.foreign };
  });
  assert.equal(results.fetched, 'refused');
  assert.ok(results.refused.includes('connect-src') && results.refused.includes('img-src'));
  assert.equal(results.foreign, undefined);
  assert.match(readFileSync(new URL(page.url()), 'utf8'), /default-src 'none'/);
});
