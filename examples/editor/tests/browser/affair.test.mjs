// Moving a document to another form, what must be done because of a change, and the printed page.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EDOGAWA, at, command, folder, openDocument, press, saved, start, type, tool } from './browser.mjs';

const KUMAGAYA = EDOGAWA.replace('edogawa', 'kumagaya');
const KAWAGUCHI = EDOGAWA.replace('edogawa', 'kawaguchi');

test('a basic-item assessment is raised, and suggestions are taken over one by one', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KUMAGAYA);
  const before = await saved(editor);
  await tool(page, 'raise');
  await page.waitForSelector('#raise-edition');
  assert.equal(await page.$eval('#raise-edition', (one) => one.value), 'form_3_2024_10');
  await press(page, 'この様式にする');
  await page.waitForSelector('#suggestions-panel button');
  const count = await page.$$eval('#suggestions-panel li', (all) => all.length);
  const path = await page.evaluate(() => ask({ suggestions: { document: session.number } }).suggestions.find(({ text }) => text !== null).path);
  await page.evaluate(() => document.querySelector('#suggestions-panel button').focus());
  await page.keyboard.press('Enter');
  await page.waitForFunction((n) => document.querySelectorAll('#suggestions-panel li').length === n - 1, {}, count);
  // The focus is where the answer went.
  assert.equal(await page.evaluate(() => document.activeElement.closest('.field').path), path);
  const raised = await saved(editor);
  assert.equal(JSON.parse(raised).edition, 'form_3_2024_10');
  const file = join(folder, 'kumagaya.json');
  writeFileSync(file, before);
  const all = JSON.parse(command('answer', file, '--form', 'form_3_2024_10'));
  const valueAt = (json) => path.split(/[.[\]]+/).filter(Boolean).reduce((value, step) => value?.[step], json);
  assert.deepEqual(valueAt(JSON.parse(raised)), valueAt(all));
  await page.click('#undo');
  await page.click('#undo');
  assert.equal(await saved(editor), before);
  editor.check();
});

test('what must be done because of a change is what the command says', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  const old = join(folder, 'old.json');
  writeFileSync(old, await saved(editor));
  await type(page, 'file_sections[0].retention.storage', 'ガバメントクラウド');
  const changed = join(folder, 'new.json');
  writeFileSync(changed, await saved(editor));
  await tool(page, 'plan');
  await page.waitForSelector('#event-on');
  await page.type('#event-on', '令和8年6月1日');
  await page.$eval('#plan-day', (one) => { one.value = ''; });
  await page.type('#plan-day', '2026-04-01');
  await press(page, '手続を示す');
  await page.waitForSelector('.steps li');
  const shown = await page.$$eval('.steps li > p:first-child', (all) => all.map((one) => one.textContent));
  const number = JSON.parse(await page.evaluate(() => textOfDocument())).cover.number;
  const told = command('affairs', old, '--affair', number, '--change', changed, '--on', '2026-06-01', '--as-of', '2026-04-01');
  const inOffice = await page.evaluate((text) => inEra(text), told);
  for (const step of shown) assert.ok(inOffice.includes(step), `${step} is not in ${inOffice}`);
  assert.ok(shown.some((step) => step.includes('令和8年5月31日（日）')));
  // The table has each step, the earliest day first, and so have the text and the calendar.
  const rows = await page.$$eval('dialog table tr', (all) => all.slice(1).map((row) => [...row.cells].map((cell) => cell.textContent)));
  assert.equal(rows.length, shown.length);
  const days = await page.evaluate(() => rowsOfPlan(session.planned).map(({ day }) => day ?? '9999'));
  assert.deepEqual(days, [...days].sort());
  const text = await page.evaluate(() => planText(session.planned));
  assert.equal(text.split('\n').length, rows.length + 5);
  assert.ok(rows.every(([, paper, action]) => text.includes(`${paper}\t${action}`)), text);
  const calendar = await page.evaluate(() => planCalendar(session.planned, new Date(Date.UTC(2026, 3, 1, 2, 3, 4))));
  assert.ok(calendar.split('\r\n').every((line) => Buffer.byteLength(line) <= 75), calendar);
  const events = calendar.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  assert.equal(events.length, days.filter((day) => day !== '9999').length);
  assert.match(events[0], new RegExp(`UID:\\S+@mynumber-pia\r\nDTSTAMP:20260401T020304Z\r\nDTSTART;VALUE=DATE:${days[0].replaceAll('-', '')}\r\nSUMMARY:`));
  // Each reason leads to its field.
  await page.evaluate(() => document.querySelector('.because a').focus());
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.querySelectorAll('dialog').length), 0);
  assert.equal(await page.evaluate(() => document.activeElement.closest('.field').path), 'file_sections[0].retention.storage');
  editor.check();
});

test('the page of the library is printed', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KUMAGAYA);
  await type(page, 'cover.body', '架空市長');
  await page.keyboard.down('Control');
  await page.keyboard.press('p');
  await page.keyboard.up('Control');
  const frame = await (await page.waitForSelector('.paper')).contentFrame();
  await frame.waitForSelector('h1');
  assert.match(await frame.$eval('body', (one) => one.textContent), /架空市長/);
  assert.equal(await frame.$eval('body', (one) => getComputedStyle(one).backgroundColor), 'rgb(255, 255, 255)');
  await page.evaluate(() => { document.querySelector('.paper').contentWindow.print = () => { window.printed = true; }; });
  await press(page, '印刷する');
  assert.equal(await page.evaluate(() => window.printed), true);
  assert.equal(await page.$eval(at('cover.body'), (one) => one.value), '架空市長');
  editor.check();
});
