// Speed and memory on the largest published assessment. The times are printed; the limits of a test leave room for a busy machine.

import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { test } from 'node:test';
import { EDOGAWA, PAGE, at, drawn, openDocument, start, type } from './browser.mjs';

/** The middle of some numbers. */
const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];

test('the file is small, starts and reacts at once', { timeout: 120_000 }, async (t) => {
  assert.ok(process.env.EDITOR_QUICK || statSync(PAGE).size <= 1_000_000, `${statSync(PAGE).size} bytes`);
  const editor = await start(t);
  const { page } = editor;
  const starts = [Number(await page.evaluate(() => document.body.dataset.ready))];
  for (let again = 0; again < 4; again += 1) {
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    starts.push(Number(await page.evaluate(() => document.body.dataset.ready)));
  }
  await openDocument(page, EDOGAWA);
  const edits = [];
  for (let edit = 0; edit < 9; edit += 1) {
    await type(page, 'cover.body', `架空区長${edit}`);
    edits.push(Number(await page.evaluate(() => document.body.dataset.edit)));
  }
  t.diagnostic(`bytes ${statSync(PAGE).size}; start ${starts.join(', ')} ms; an edit with its check ${edits.join(', ')} ms`);
  assert.ok(median(starts) < 5000 && median(edits) < 1000);
  editor.check();
});

test('200 edits in a row do not make the memory grow', { timeout: 240_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, EDOGAWA);
  const session = await page.createCDPSession();
  const memory = async () => {
    // A draft that is being written is as long as the document.
    await page.waitForFunction(() => draftTimer === undefined);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    return { heap: usedSize, nodes, module: await page.evaluate(() => exported.memory.buffer.byteLength) };
  };
  const edit = async (from, to) => {
    for (let step = from; step < to; step += 1) {
      await page.focus(at('cover.remarks'));
      await page.keyboard.type(`${step % 10}`);
      await page.evaluate(() => document.activeElement.flush());
      await page.evaluate(() => write('affair.name', `架空の事務${session.undo.length}`));
    }
  };
  // The undo list is full after 200 steps, so what comes after that is growth.
  await edit(0, 110);
  const before = await memory();
  await edit(110, 210);
  const after = await memory();
  t.diagnostic(JSON.stringify({ before, after }));
  assert.equal(after.module, before.module);
  assert.ok(after.heap < before.heap * 1.05 + 500_000);
  assert.ok(after.nodes < before.nodes * 1.02 + 200);
  await drawn(page);
  editor.check();
});
