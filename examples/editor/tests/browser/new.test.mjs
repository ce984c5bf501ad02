// A key-item assessment of an invented city, from nothing to "no errors", with the keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { at, drawn, head, press, saved, selectAll, start, tool } from './browser.mjs';

const CITY = readFileSync(join(import.meta.dirname, 'city.json'), 'utf8');

/** What is to be written: the cells of the finished document, by path, and the lengths of its lists. */
function answersOf(page) {
  return page.evaluate((text) => {
    const view = ask({ open: { text, today: today() } });
    const all = view.cells.flatMap(function inside(cell) { return [cell, ...(cell.inside ?? []).flatMap(inside)]; });
    ask({ close: { document: view.document } });
    const answers = Object.fromEntries(all.map(({ path, text: shown, chosen }) => [path, { text: shown, chosen: chosen ?? [] }]));
    const lists = {};
    const count = (value, path) => {
      if (Array.isArray(value)) lists[path] = value.length;
      if (value && typeof value === 'object') {
        for (const [key, one] of Object.entries(value)) count(one, Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
      }
    };
    count(JSON.parse(text), '');
    return { answers, lists };
  }, CITY);
}

/** Where the focus is. */
const focused = (page) => page.evaluate(() => {
  const one = document.activeElement;
  const field = one.closest('.field');
  return {
    id: one.id, tag: one.tagName, type: one.type, value: one.value, isChecked: one.checked, path: field?.path, kind: field && printOf(field.path)?.kind,
    isForm: $('form').contains(one), chain: one.closest('.chain')?.id.slice('chain-'.length),
    entry: one.closest('.entry-head')?.querySelector('.entry').id.slice('entry-'.length), text: one.tagName === 'BUTTON' ? one.textContent : '',
  };
});

test('a new key-item assessment, written with the keyboard', { timeout: 300_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  const { answers, lists } = await answersOf(page);
  await press(page, '重点項目評価書を作る');
  await page.waitForSelector('.field');
  await drawn(page);
  assert.doesNotMatch(await head(page), /誤り0件/);

  // The template has one entry of each list. The city has no entry in some.
  const done = new Set();
  for (let steps = 0; steps < 3000; steps += 1) {
    const here = await focused(page);
    if (!here.isForm && done.size) break;
    if (here.tag === 'SUMMARY' && lists[`${here.chain}.chain`] && !done.has(here.chain)) {
      done.add(here.chain);
      await page.keyboard.press('Enter');
      await page.waitForFunction((id) => $(id).querySelector('.add'), {}, `chain-${here.chain}`);
    } else if (here.chain && here.tag === 'BUTTON') {
      await addParty(page, lists, here);
    } else if (here.entry && here.text === '削除' && !lists[here.entry.replace(/\[\d+\]$/, '')]) {
      await page.keyboard.press('Enter');
    } else if (here.id.startsWith('add-')) {
      const list = here.id.slice('add-'.length);
      const has = await page.evaluate((path) => lengthOf(path), list);
      if (has < (lists[list] ?? 0)) await page.keyboard.press('Enter');
    } else if (here.chain && (here.tag === 'INPUT' || here.tag === 'TEXTAREA')) {
      await writeParty(page, here.id.slice('in-'.length));
    } else if (here.id.startsWith('in-') && here.id !== `in-${here.path}` && here.tag === 'INPUT' && answers[here.id.slice(3)]) {
      // A field beside an answer.
      await page.keyboard.sendCharacter(answers[here.id.slice(3)].text);
    } else if (here.path && here.tag !== 'BUTTON' && here.tag !== 'A' && !done.has(here.path + here.value) && !done.has(here.path)) {
      const wanted = answers[here.path];
      if (wanted) await writeField(page, here, wanted, done);
    }
    await page.keyboard.press('Tab');
  }
  await page.waitForFunction(() => session.check.has_no_errors);
  assert.match(await head(page), /誤り0件/);
  assert.equal(await page.$eval('#findings-panel .good', (one) => one.textContent), '誤りはない');
  // A key-item form does not print the number of handlers, so two results are possible.
  assert.match(await page.$eval('#threshold-panel', (one) => one.textContent), /重点項目評価/);
  assert.deepEqual(answered(JSON.parse(await saved(editor))), answered(JSON.parse(CITY)));
  assert.match(await head(page), /保存済み/);
  editor.check();
});

/** A document without what is left empty: a form that was begun from the template writes empty fields as such. */
function answered(value) {
  if (Array.isArray(value)) return value.map(answered);
  if (!value || typeof value !== 'object') return value;
  const kept = Object.entries(value).map(([key, one]) => [key, answered(one)]).filter(([, one]) => one !== '' && JSON.stringify(one) !== '{}');
  return Object.fromEntries(kept);
}

/** Writes the field that has the focus. */
async function writeField(page, here, { text, chosen }, done) {
  if (here.kind === 'check_boxes') {
    // Each box is a stop of its own.
    done.add(here.path + here.value);
    if (chosen.includes(here.value) !== here.isChecked) await page.keyboard.press('Space');
    return;
  }
  done.add(here.path);
  if (here.kind === 'check_box') {
    if ((text === '○') !== here.isChecked) await page.keyboard.press('Space');
  } else if (here.type === 'radio') {
    const places = await page.evaluate((path) => printOf(path).choices.map(({ code }) => code), here.path);
    const index = places.indexOf(chosen[0]);
    if (index >= 0) await page.keyboard.press('Space');
    for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown');
  } else if (here.tag === 'SELECT') {
    if (chosen.length) await page.select(at(here.path), chosen[0]);
    else if (text) {
      await page.select(at(here.path), 'number');
      await page.keyboard.sendCharacter(text);
    }
  } else if (text) {
    await selectAll(page);
    await page.keyboard.sendCharacter(text);
  }
}

/** Adds a party if the city has one more at this button. */
async function addParty(page, lists, { chain }) {
  const missing = await page.evaluate((entrustment, lengths) => {
    const { list, parties } = ask({ parties: { document: session.number, path: entrustment } });
    const button = document.activeElement;
    const input = button.closest('.party')?.querySelector('textarea');
    const party = input && parties.find(({ name }) => `in-${name.path}` === input.id);
    if (button.textContent !== say('add_below') && button.textContent !== say('add_party')) return false;
    const target = party && button.textContent === say('add_below') ? party.list : list;
    const present = parties.filter(({ path }) => path.startsWith(`${target}[`) && !path.slice(target.length + 1).includes('[')).length;
    return present < (lengths[target] ?? 0);
  }, chain, lists);
  if (missing) {
    await page.keyboard.press('Enter');
    // The focus is in the name of the new party: one back, so that the next Tab reaches it.
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
  }
}

/** Writes a party's field as the document has it. */
async function writeParty(page, path) {
  const text = await page.evaluate((json, wanted) => {
    const number = ask({ open: { text: json, today: today() } }).document;
    const { parties } = ask({ parties: { document: number, path: wanted.split('.chain')[0] } });
    ask({ close: { document: number } });
    return parties.flatMap(({ name, matter, handlers }) => [name, matter, handlers]).find((one) => one.path === wanted)?.text ?? '';
  }, CITY, path);
  const now = await page.evaluate(() => document.activeElement.value);
  if (text && text !== now) {
    await selectAll(page);
    await page.keyboard.sendCharacter(text);
  }
}
