// Puts the page into one file: node page.mjs MODULE OUT. The module is compressed with gzip and written as base64.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const [wasm, out] = process.argv.slice(2);
const folder = new URL('page/', import.meta.url);
const read = name => readFileSync(new URL(name, folder), 'utf8');
const all = end => readdirSync(folder).filter(name => name.endsWith(end)).sort().map(read).join('\n');
const module = gzipSync(readFileSync(wasm), { level: 9 }).toString('base64');

// Functions, because a replacement text would give `$` a meaning.
let page = read('index.html');
for (const [marker, text] of [['/*STYLE*/', all('.css')], ['/*SCRIPT*/', all('.js')], ['/*MODULE*/', module]]) {
  if (page.split(marker).length !== 2) throw new Error(`page/index.html and the scripts have ${marker} not exactly once`);
  page = page.replace(marker, () => text);
}
// The policy of the page allows this one script.
const script = /<script>([\s\S]*)<\/script>/.exec(page)[1];
page = page.replace('/*SCRIPT_HASH*/', () => `sha256-${createHash('sha256').update(script).digest('base64')}`);
writeFileSync(out, page);
console.log(`${out}: ${Buffer.byteLength(page)} bytes, of which the module ${module.length}`);
