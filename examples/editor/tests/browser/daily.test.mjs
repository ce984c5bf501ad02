// What the page says of drafts, files and versions in daily work.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EDOGAWA, alarmText, at, drawn, head, openDocument, press, saved, start, type, tool } from './browser.mjs';

const MATSUDO = EDOGAWA.replace('edogawa', 'matsudo');
const KAWAGUCHI = EDOGAWA.replace('edogawa', 'kawaguchi');

test('only what was saved is called saved', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  const begin = async () => {
    await tool(page, 'new');
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
  await tool(page, 'new');
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

test('several files that are dropped are papers of one affair, or are refused by name', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await page.evaluate((matsudo, kawaguchi) => {
    const dataTransfer = new DataTransfer();
    const files = [['one.json', matsudo], ['two.json', matsudo], ['other.json', kawaguchi], ['broken.json', '{']];
    for (const [name, text] of files) dataTransfer.items.add(new File([text], name));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  }, ...[MATSUDO, KAWAGUCHI].map((path) => readFileSync(path, 'utf8')));
  await page.waitForFunction(() => $('alert').textContent !== '');
  assert.equal(await page.evaluate(() => session.name), 'one.json');
  const said = await alarmText(page);
  assert.match(said, /one\.json を開いた。同じ事務の書類として「手続」で使うもの：two\.json\n/);
  assert.match(said, /other\.json は同じ事務の書類でない：.*broken\.json を開けない：/s);
  assert.deepEqual(await page.evaluate(() => session.papers.map(({ name }) => name)), ['two.json']);
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
  await tool(page, 'plan');
  await page.waitForSelector('#older-choose');
  await choose(KAWAGUCHI);
  await page.waitForSelector('#dialog-alarm');
  assert.match(await page.$eval('#dialog-alarm', (one) => one.textContent), /kawaguchi\.json は、この評価書の前の版でない：事務の名称が異なる/);
  assert.equal(await page.$eval('#older-opened', (one) => one.checked), true);
  await page.keyboard.press('Escape');
  // It can be compared, and is forgotten after that.
  await tool(page, 'compare');
  await page.waitForSelector('#older-choose');
  await choose(KAWAGUCHI);
  await page.waitForFunction(() => document.querySelector('dialog').textContent.includes('同じ事務の評価書でないかもしれない'));
  await page.keyboard.press('Escape');
  await tool(page, 'plan');
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
    await tool(page, 'compare');
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

test('what is withheld is seen before it is printed, and what is not known is asked about', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page, downloads } = editor;
  await openDocument(page, EDOGAWA);
  const [path, text, name] = await page.evaluate(() => {
    const cell = session.cells.find(({ path: at }) => /retention\.storage$/.test(at));
    return [cell.path, cell.text, nameOfPath(cell.path)];
  });
  await tool(page, 'print');
  await page.click('#print_publication');
  await page.click('#withhold summary');
  await page.type('#withhold-item', '保管');
  await press(page, '除く');
  assert.match(await page.$eval('#dialog-alarm', (one) => one.textContent), /どの欄か、一覧から選ぶこと：.*保管場所/);
  assert.equal(await page.$('#withhold li'), null);
  await page.$eval('#withhold-item', (one) => { one.value = ''; });
  await page.type('#withhold-item', name);
  await press(page, '除く');
  // The provision for an all-item assessment depends on the kind of the body.
  await page.waitForSelector('#dialog-alarm');
  assert.match(await page.$eval('#dialog-alarm', (one) => one.textContent), /評価実施機関の種類による/);
  await page.select('#withhold-body', 'local_government');
  await page.waitForSelector('.withheld table');
  const row = await page.$eval('.withheld table', (one) => one.textContent);
  assert.ok(row.includes(name) && row.includes('規則第7条第6項（第10条第2項を準用）'), row);
  const shown = await page.$eval('iframe', (one) => one.srcdoc);
  const [line] = text.split('＞')[1].split('、');
  assert.ok(!shown.includes(line) && shown.includes('非公表'));
  await press(page, 'ページを保存する');
  await page.waitForFunction(() => document.querySelectorAll('dialog').length === 2);
  await page.evaluate(() => { [...document.querySelectorAll('dialog')].at(-1).querySelector('.answers button').click(); });
  const until = Date.now() + 10_000;
  while (!readdirSync(downloads).includes('edogawa.html') && Date.now() < until) await new Promise((done) => setTimeout(done, 50));
  assert.equal(readFileSync(join(downloads, 'edogawa.html'), 'utf8'), shown);
  // What is taken back is on the page again.
  await page.evaluate(() => document.querySelector('#withhold li button').click());
  assert.ok((await page.$eval('iframe', (one) => one.srcdoc)).includes(line), path);
  await page.keyboard.press('Escape');

  await openDocument(page, MATSUDO);
  await tool(page, 'print');
  await page.click('#print_publication');
  await press(page, '印刷する');
  await page.waitForFunction(() => document.querySelectorAll('dialog').length === 2);
  assert.match(await page.evaluate(() => [...document.querySelectorAll('dialog')].at(-1).textContent), /「？」と印刷する欄が\d+ある（.*評価実施機関名/);
  editor.check();
});

test('a new form is quiet about what nobody visited, until it is asked', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await tool(page, 'new');
  await press(page, '作る');
  await page.waitForSelector('.field');
  await drawn(page);
  assert.match(await head(page), /残り\d+項目/);
  assert.equal(await page.$$eval('.message.error, #findings-panel li.error', (all) => all.length), 0);
  const left = await page.evaluate(() => requiredLeft());
  // A required field that was passed says nothing. One that was written into and emptied does.
  const path = await page.evaluate(() => session.check.to_fill.find(({ need, path: one }) => need === 'required' && /^cover/.test(one)).path);
  await page.focus(at(path));
  await page.keyboard.press('Tab');
  assert.equal(await page.$$eval('.message.error', (all) => all.length), 0);
  await type(page, path, '架空');
  await type(page, path, '');
  await page.evaluate((one) => write(one, ''), path);
  await type(page, path, '架空市');
  assert.equal(await page.evaluate((one) => $(`why-${one}`).textContent, path), '');
  assert.match(await head(page), new RegExp(`残り${left - 1}項目`));
  // A click from a field that was just written into is not lost.
  await page.focus(at('cover.title'));
  await page.keyboard.type('題');
  await page.click('#check-all');
  await page.waitForFunction(() => !session.isQuiet);
  assert.ok(await page.$$eval('.message.error', (all) => all.length) > 10);
  assert.match(await head(page), /誤り\d+件/);
  // A file that is opened is checked at once.
  await saved(editor);
  await openDocument(page, MATSUDO);
  assert.doesNotMatch(await head(page), /残り/);
  editor.check();
});

test('the first screen says which form is needed, and the facts go into it', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  const result = () => page.$eval('#facts-result', (one) => one.textContent);
  const needed = () => page.$$eval('.card.needed h3', (all) => all.map((one) => one.textContent.slice(0, 2)));
  await page.type('#facts-population', '150000');
  assert.match(await result(), /^まだ決まらない。考えられる結果：.*全項目評価/);
  assert.deepEqual(await needed(), []);
  await page.type('#facts-handlers', '499');
  await page.select('#facts-incident', 'no');
  assert.deepEqual([await result(), await needed()], ['基礎項目評価及び重点項目評価の実施が義務付けられる', ['基礎', '重点']]);
  await page.select('#facts-incident', 'yes');
  assert.deepEqual(await needed(), ['基礎', '全項']);
  await page.type('#facts-handlers', '人');
  assert.deepEqual(await needed(), ['基礎', '全項']);
  await page.type('#facts-handlers', '多数');
  assert.match(await result(), /^取扱者数：「499人多数」は人数として読めない/);
  await page.$eval('#facts-handlers', (one) => { one.value = ''; });
  await page.type('#facts-handlers', '499');
  // A mouse that leaves the field for the button finds it in its place.
  const button = await page.$('.card button');
  await button.click();
  await page.waitForSelector('.field');
  await drawn(page);
  const facts = await page.evaluate(() => JSON.parse(textOfDocument()));
  assert.deepEqual([facts.population, facts.threshold.handlers, facts.threshold.incident], [150000, 499, 'yes']);
  // The result that follows is written with one click.
  await page.click('#put-result');
  assert.equal(await page.evaluate(() => JSON.parse(textOfDocument()).threshold.result), 'basic_item_and_all_item');
  await page.waitForFunction(() => !$('put-result'));
  editor.check();
});

test('a sample is opened, and the part on the screen is marked in the contents', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await press(page, '見本を開く');
  await page.waitForSelector('.field');
  await drawn(page);
  assert.match(await head(page), /見本\.json　基礎項目評価書/);
  const here = () => page.$eval('#contents [aria-current]', (one) => one.textContent);
  assert.match(await here(), /表紙/);
  await page.evaluate(() => focusPath('threshold.result'));
  await page.waitForFunction(() => !document.querySelector('#contents [aria-current]').textContent.includes('表紙'));
  editor.check();
});

test('what follows from a change is seen before it is made', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  const path = 'file_sections[0].entrustment';
  await page.evaluate((one) => focusPath(one), path);
  await page.keyboard.press('F7');
  await page.waitForSelector('#consequence-text');
  await press(page, '影響を示す');
  assert.match(await page.$eval('dialog', (one) => one.textContent), /今の記載と同じである/);
  await page.select('#consequence-text', 'not_entrusted');
  await page.type('#consequence-on', '令和8年12月28日');
  await press(page, '影響を示す');
  const said = await page.$eval('dialog', (one) => one.textContent);
  assert.match(said, /※の項目の変更：重要な変更に当たる可能性がある/);
  assert.match(said, /新たな指摘.*「委託しない」とあるのに、2件が記載されている/s);
  assert.match(said, /令和8年12月27日（日）まで/);
  // Nothing was changed.
  assert.equal(await page.evaluate((one) => cellAt(one).text, path), '委託する');
  await press(page, 'この記載に改める');
  assert.equal(await page.evaluate((one) => cellAt(one).text, path), '委託しない');
  await page.keyboard.press('F7');
  await page.waitForSelector('#consequence-text');
  await page.type('#consequence-on', '13月');
  await press(page, '影響を示す');
  assert.match(await page.$eval('#dialog-alarm', (one) => one.textContent), /契機の日：「13月」は日付として読めない/);
  editor.check();
});

test('at each item is what it asks, and an example on demand', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  const field = (path) => page.evaluate((one) => $(`field-${one}`).textContent, path);
  assert.match(await field('department.head'), /担当部署の長の役職名。氏名は書かない。/);
  assert.equal(await page.$eval(at('department.head'), (one) => one.getAttribute('aria-describedby')), 'help-department.head why-department.head');
  const example = () => page.evaluate(() => { const one = [...$('field-department.head').querySelectorAll('button')].find((button) => button.textContent === '記載例'); one.click(); });
  await example();
  assert.match(await field('department.head'), /熊谷市長の公表した評価書（要約）\n課長/);
  await example();
  assert.doesNotMatch(await field('department.head'), /熊谷市長/);
  await tool(page, 'language');
  await drawn(page);
  assert.match(await field('department.head'), /The position of its head, without a personal name\./);
  await page.keyboard.press('F1');
  assert.match(await page.$eval('dialog', (one) => one.textContent), /instructions of the Commission/);
  editor.check();
});

test('what is known elsewhere is offered at the field', { timeout: 120_000 }, async (t) => {
  const editor = await start(t);
  const { page } = editor;
  await openDocument(page, KAWAGUCHI);
  // The name of the file is typed once.
  const names = 'risks[0].names';
  const name = await page.evaluate((path) => cellAt(path).text, names);
  await page.evaluate((path) => write(path, ''), names);
  const offer = (path) => page.evaluate((one) => $(`field-${one}`).querySelector('.offer')?.textContent, path);
  await page.waitForFunction((path) => $(`field-${path}`).querySelector('.offer'), {}, names);
  assert.equal(await offer(names), `「${name}」と記入する`);
  await page.evaluate((path) => $(`field-${path}`).querySelector('.offer').click(), names);
  assert.equal(await page.evaluate((path) => cellAt(path).text, names), name);
  assert.equal(await offer(names), undefined);
  // What another form prints elsewhere.
  await saved(editor);
  await openDocument(page, EDOGAWA.replace('edogawa', 'kumagaya'));
  await tool(page, 'raise');
  await press(page, 'この様式にする');
  await drawn(page);
  const risk = 'risks[0].acquisition.adequacy';
  await page.waitForFunction((path) => $(`field-${path}`)?.querySelector('.offer'), {}, risk);
  await page.evaluate((path) => $(`field-${path}`).querySelector('.offer').click(), risk);
  assert.equal(await page.evaluate((path) => cellAt(path).text, risk), '十分である');
  editor.check();
});
