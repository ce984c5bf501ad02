// Compares the module with the native program: node test.mjs MODULE NATIVE, where NATIVE is the example `lines`.
// The replies must be the same byte for byte, 200 edits may not take more memory, and the times of one run are printed side by side.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { load } from './pia.mjs';

const [module, native] = process.argv.slice(2);
const today = '2026-04-01', documents = new URL('../../documents/', import.meta.url);
const read = name => JSON.stringify(JSON.parse(readFileSync(new URL(`${name}.json`, documents), 'utf8')));

const compiled = await WebAssembly.compile(readFileSync(module));
assert.deepEqual(WebAssembly.Module.imports(compiled), []);
const exported = WebAssembly.Module.exports(compiled).map(one => one.name).filter(name => !name.startsWith('__'));
assert.deepEqual(exported.sort(), ['memory', 'pia_alloc', 'pia_call', 'pia_free', 'pia_version']);

// Every kind of request, for each document.
const requests = name => [
  { about: {} }, { open: { text: read(name), today } }, { open: { text: read(name), today } },
  { put: { document: 2, path: 'cover.body', text: '架空市長' } },
  { put: { document: 2, path: 'cover.published', text: '令和7年13月2日' } },
  { put: { document: 2, path: 'affair.content', text: '＜窓口＞申請書の受付\n資格の確認' } },
  { put_value: { document: 2, path: 'systems[0].connections', value: ['tax', 'other'] } },
  { add: { document: 2, list: 'systems', value: { name: '架空システム' } } },
  { move: { document: 2, list: 'systems', from: 0, to: 1 } }, { remove: { document: 2, path: 'systems[0]' } },
  { place_of_change: { document: 2, value: { date: '2020-01-01' } } },
  { parties: { document: 2, path: 'file_sections[0].entrustments[0]' } },
  { check: { document: 2, today, as_of: '2030-04-01' } },
  { compare: { old: 1, new: 2, date: today } },
  { plan: { documents: [1], as_of: today, happening: { facts: { facts: { population: 500000 }, on: today } } } },
  { print: { document: 2, findings: true, language: 'en' } }, { print: { document: 2, publication: true } },
  { save: { document: 2 } },
  { change_form: { document: 2, edition: 'form_4_2024_10', adopt: false } }, { suggestions: { document: 2 } },
  { form: { document: 2 } }, { save: { document: 2 } }, { close: { document: 2 } }, { save: { document: 2 } },
  { open: { text: '{', today } },
];
const natively = (lines, ...options) => {
  const { stdout, stderr, status } = spawnSync(native, options, { input: lines.join('\n') + '\n', maxBuffer: 1 << 30, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return { replies: stdout.split('\n').slice(0, -1), times: stderr.split('\n').slice(0, -1).map(Number) };
};
let compared = 0;
for (const name of ['edogawa', 'shinjuku', 'kawaguchi', 'kumagaya', 'matsudo']) {
  const lines = requests(name).map(request => JSON.stringify(request)), { replies } = natively(lines), pia = await load(module);
  lines.forEach((line, index) => {
    // Not by `assert.equal`, which would print half a megabyte.
    assert.ok(pia.call(line) === replies[index], `${name}: ${line.slice(0, 200)}`);
    compared += replies[index].length;
  });
}
console.log(`the same replies, ${compared} characters`);

// 200 edits of the largest document, after ten that take what they need.
const begin = performance.now(), pia = await load(module), loaded = performance.now() - begin;
const first = { open: { text: read('edogawa'), today } };
const edits = Array.from({ length: 210 }, (_, n) => ({ put: { document: 1, path: 'systems[0].name', text: `処理${n}` } }));
const lines = [first, ...edits].map(request => JSON.stringify(request));
const times = [];
let memory;
lines.forEach((line, index) => {
  const start = performance.now(), reply = pia.call(line);
  times.push(performance.now() - start);
  assert.ok(reply.startsWith('{"ok":'), reply.slice(0, 200));
  if (index === 10) memory = pia.memory();
});
assert.equal(pia.memory(), memory, 'edits take memory');
const median = all => all.slice().sort((a, b) => a - b)[all.length >> 1];
const { times: nativeTimes } = natively(lines, '--time');
const shown = (name, wasm, own) => console.log(`${name.padEnd(32)} wasm ${wasm.toFixed(1).padStart(7)} ms   native ${own.toFixed(1).padStart(7)} ms`);
console.log(`module ${readFileSync(module).length} bytes, loaded in ${loaded.toFixed(1)} ms, memory ${memory} bytes after 10 and after 210 edits`);
shown('open edogawa', times[0], nativeTimes[0] / 1e3);
shown('first edit', times[1], nativeTimes[1] / 1e3);
shown('edit with its check, median', median(times.slice(11)), median(nativeTimes.slice(11)) / 1e3);
// On a machine that does other things, the fastest says more.
shown('the fastest of 200', Math.min(...times.slice(11)), Math.min(...nativeTimes.slice(11)) / 1e3);
shown('the slowest of 200', Math.max(...times.slice(11)), Math.max(...nativeTimes.slice(11)) / 1e3);
// No machine is so slow that an edit takes as long as this.
if (!process.argv.includes('--quick')) assert.ok(median(times.slice(11)) < 250, 'an edit takes too long');
