// The largest published assessment, changed as an officer would, and compared with what the commands make of the same steps.

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EDOGAWA, at, command, folder, head, openDocument, press, saved, start, type, tool } from './browser.mjs';

const STORAGE = 'file_sections[0].retention.storage';
const NEW_STORAGE = '＜江戸川区における措置＞ガバメントクラウドに保管し、庁内に記録媒体を置かない。\n紙の申請書は施錠できる書庫に保管する。';
const DAY = '2026-06-01';

test('one storage changed, the row taken over, saved: as the commands do it', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  // Opened and saved, it is the document.
  const written = JSON.parse(readFileSync(EDOGAWA, 'utf8'));
  assert.deepEqual(JSON.parse(await saved(editor)), written);

  await type(page, STORAGE, NEW_STORAGE);
  assert.match(await head(page), /未保存/);
  assert.equal(await page.$eval(at(STORAGE), (one) => one.value), NEW_STORAGE);
  await tool(page, 'compare');
  await page.waitForSelector('.comparison');
  await page.$eval('#row-date', (one) => { one.value = ''; });
  await page.type('#row-date', DAY);
  await page.keyboard.press('Tab');
  await page.waitForFunction((day) => document.querySelectorAll('.comparison')[1]?.textContent.includes(day), {}, DAY);
  await press(page, '変更箇所に追加');
  await page.waitForFunction(() => [...document.querySelectorAll('dialog button')].some((one) => one.textContent === '追加した'));
  await page.keyboard.press('Escape');
  const own = await saved(editor);

  const step = join(folder, 'changed.json');
  const rows = join(folder, 'rows.jsonl');
  writeFileSync(step, command('answer', EDOGAWA, STORAGE, NEW_STORAGE));
  writeFileSync(rows, command('changes', EDOGAWA, step, '--table', '--as-of', DAY, '--json'));
  // The changed paper is published on that day.
  assert.equal(own, command('answer', step, '--rows', rows, '--set', `cover.published=${DAY}`));
  assert.equal(JSON.parse(own).changes.length, written.changes.length + 1);

  // What the page says it found is what the command finds.
  const file = join(folder, 'own.json');
  writeFileSync(file, own);
  const found = command('validate', file, '--json').trim().split('\n').map((line) => JSON.parse(line)).map(({ ja }) => ja).filter(Boolean);
  const shown = await page.$$eval('#findings-panel .list li > a:first-child', (all) => all.map((one) => one.lastChild.textContent));
  assert.deepEqual(shown.toSorted(), found.toSorted());
  editor.check();
});

test('entries are added, moved, removed and brought back', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  const before = JSON.parse(await saved(editor));
  const systems = () => page.evaluate(() => JSON.parse(textOfDocument()).systems.map(({ name }) => name));
  const names = await systems();
  await page.focus('#add-systems');
  await page.keyboard.press('Enter');
  await page.waitForFunction((n) => document.activeElement.id === `entry-systems[${n}]`, {}, names.length);
  await type(page, `systems[${names.length}].name`, '架空システム');
  const tool = async (entry, word) => {
    await page.evaluate((path, text) => {
      const tools = document.getElementById(`entry-${path}`).parentElement.querySelectorAll('button');
      [...tools].find((one) => one.textContent === text).focus();
    }, entry, word);
    await page.keyboard.press('Enter');
  };
  await tool(`systems[${names.length}]`, '上へ');
  assert.equal((await systems()).at(-2), '架空システム');
  await tool('systems[0]', '削除');
  assert.deepEqual(await systems(), [...names.slice(1, -1), '架空システム', names.at(-1)]);
  for (let step = 0; step < 4; step += 1) await page.click('#undo');
  assert.deepEqual(JSON.parse(await saved(editor)), before);
  editor.check();
});

test('a finding leads to its field, and the field to its finding', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  await page.click('#findings-panel .list li.error a');
  const path = await page.evaluate(() => document.activeElement.closest('.field').path);
  assert.equal(await page.evaluate((of) => session.check.findings.find((one) => one.path === of).severity, path), 'error');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-invalid')), 'true');
  const described = await page.evaluate(() => document.activeElement.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).textContent).join(''));
  assert.match(described, /誤り/);
  await page.evaluate((of) => document.getElementById(`why-${of}`).querySelector('a').focus(), path);
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate(() => document.activeElement.closest('#findings-panel li.error')));

  // The search finds answers in any width.
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await page.keyboard.type('isms');
  await page.waitForFunction(() => $('hits').children.length === 0);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('map');
  await page.waitForFunction(() => $('hits').children.length > 0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(await page.evaluate(() => document.activeElement.value), /ISMAP/);
  editor.check();
});
