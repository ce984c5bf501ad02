// Every screen: accessible by the rules of axe, no text below 14 pixels, no target below 24, and no scrolling to the side.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { EDOGAWA, drawn, openDocument, press, start, tool, type } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const KAWAGUCHI = EDOGAWA.replace('edogawa', 'kawaguchi');

/** What is wrong with the screen as it is. The page to print, in its frame, is the library's. */
async function faults(page) {
  return page.evaluate(async () => {
    const { violations } = await axe.run({ exclude: ['iframe'] });
    const wrong = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    const isShown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
    const scope = document.querySelector('dialog[open]') ?? document.body;
    for (const one of scope.querySelectorAll('*')) {
      if (!isShown(one) || one.closest('.unseen, svg, .skip')) continue;
      const hasText = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      const size = parseFloat(getComputedStyle(one).fontSize);
      if (hasText && size < 14) wrong.push(`${size} px: ${one.outerHTML.slice(0, 120)}`);
      if (!one.matches('button, select, summary, input, textarea')) continue;
      const target = one.matches('[type=checkbox], [type=radio]') ? one.closest('label') ?? one : one;
      const { width, height } = target.getBoundingClientRect();
      if (width < 24 || height < 24) wrong.push(`${width} × ${height}: ${one.outerHTML.slice(0, 120)}`);
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} wide on ${clientWidth}`);
    return [...new Set(wrong)];
  });
}

for (const [name, width, height, dark] of [['wide', 1366, 768, false], ['narrow', 390, 844, false], ['dark', 1366, 768, true]]) {
  test(`no screen has a fault: ${name}`, { timeout: 240_000 }, async (t) => {
    const editor = await start(t, { width, height, dark });
    const { page } = editor;
    await page.evaluate(AXE);
    const found = {};
    const look = async (screen) => {
      const wrong = await faults(page);
      if (wrong.length) found[screen] = wrong;
    };
    await look('start');
    await page.type('#facts-population', '31000');
    await look('facts');
    await press(page, '基礎項目評価書を作る');
    await page.waitForSelector('.field');
    await drawn(page);
    await look('new');
    await page.evaluate(() => askForFindings());
    await look('checked');
    await page.evaluate(() => { session.isSaved = true; });
    await openDocument(page, KAWAGUCHI);
    await look('form');
    await page.click('#menu > summary');
    await look('menu');
    await page.keyboard.press('Escape');
    if (width < 1000) {
      for (const panel of ['nav', 'side']) {
        await page.click(`#show-${panel}`);
        await look(panel);
        await page.click(`#show-${panel}`);
      }
    }
    await type(page, 'file_sections[0].retention.storage', 'ガバメントクラウド');
    for (const id of ['compare', 'plan', 'raise', 'print', 'help', 'new']) {
      await tool(page, id);
      await page.waitForSelector('dialog[open]');
      await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
      if (id === 'plan') await press(page, '手続を示す');
      await look(id);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector('dialog'));
    }
    await page.evaluate(() => consequencesDialog('file_sections[0].entrustment'));
    await page.select('#consequence-text', 'not_entrusted');
    await press(page, '影響を示す');
    await look('consequences');
    await page.keyboard.press('Escape');
    await tool(page, 'language');
    await drawn(page);
    await look('English');
    assert.deepEqual(found, {});
    editor.check();
  });
}
