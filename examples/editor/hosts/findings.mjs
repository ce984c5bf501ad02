// node findings.mjs MODULE DOCUMENT prints the findings of a document.
import { readFileSync } from 'node:fs';
import { load } from './pia.mjs';

const [module, document] = process.argv.slice(2);
const pia = await load(module);
const today = new Date().toLocaleDateString('sv');
const { ok, error } = pia.ask({ open: { text: readFileSync(document, 'utf8'), today } });
if (error) throw new Error(error.ja);
for (const { severity, ja } of ok.check.findings) console.log(severity, ja);
