// Chromium with the page of the editor, and what a person does with it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = import.meta.dirname;
const root = resolve(here, '../../../..');
const TARGET = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

/** The page that the build wrote. */
export const PAGE = process.env.EDITOR_PAGE ?? join(TARGET, 'editor.html');

/** The command `pia`, built with `cargo build -p mynumber-pia-cli`. */
const PIA = process.env.PIA ?? join(TARGET, 'debug/pia');

export const EDOGAWA = join(root, 'examples/documents/edogawa.json');

/** Where downloads and pictures go. */
export const folder = mkdtempSync(join(tmpdir(), 'editor-'));

const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync',
];

/** Runs `pia` with these words, and returns what it prints. Some end with 1 to say that something was found. */
export function command(name, ...args) {
  try {
    return execFileSync(PIA, [name, ...args], { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw error;
  }
}

/** Opens the page in a new browser. `check` fails if the page reported an error or wanted to reach a network. */
export async function start(t, { width = 1300, height = 900, dark = false } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'editor-profile-'));
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, headless: true, userDataDir: profile, args: FLAGS });
  t.after(async () => {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  });
  const page = await browser.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
  page.on('request', (request) => { if (!/^(file|blob|data|about):/.test(request.url())) wrong.push(`request: ${request.url()}`); });
  await page.setViewport({ width, height });
  if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const session = await browser.target().createCDPSession();
  const downloads = mkdtempSync(join(folder, 'downloads-'));
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads, eventsEnabled: true });
  await page.goto(pathToFileURL(PAGE).href);
  await page.waitForSelector('body[data-ready]');
  return {
    browser, page, downloads, wrong,
    check() { assert.deepEqual(wrong, []); },
  };
}

/** Waits until the whole form is on the screen. */
export async function drawn(page) {
  await page.waitForFunction(() => groups.length > 0 && groups.every((group) => group.isDrawn));
}

/** Clicks a tool of the head, in the menu if it is there. */
export async function tool(page, id) {
  const isInMenu = await page.evaluate((one) => $('menu').contains($(one)), id);
  if (isInMenu) await page.click('#menu > summary');
  await page.click(`#${id}`);
}

/** Chooses a file in the dialog that the page opens. */
export async function openFile(page, path) {
  const [chooser] = await Promise.all([page.waitForFileChooser(), tool(page, 'open')]);
  await chooser.accept([path]);
}

/** Opens a file, and waits for the form. */
export async function openDocument(page, path) {
  await openFile(page, path);
  // Another document may be open still.
  await page.waitForFunction((name) => session.name === name, {}, basename(path));
  await drawn(page);
}

/** Saves with the keyboard, and returns the file. */
export async function saved({ page, downloads }) {
  for (const name of readdirSync(downloads)) rmSync(join(downloads, name));
  await page.keyboard.down('Control');
  await page.keyboard.press('s');
  await page.keyboard.up('Control');
  const until = Date.now() + 15_000;
  while (Date.now() < until) {
    const fresh = readdirSync(downloads).find((name) => !name.endsWith('.crdownload'));
    if (fresh) return readFileSync(join(downloads, fresh), 'utf8');
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('nothing was downloaded');
}

/** The control of the field at a path. */
export const at = (path) => `#${escaped(`in-${path}`)}`;

/** An identifier in a selector. */
export function escaped(text) {
  return text.replace(/[^a-zA-Z0-9_\u0080-\uFFFF-]/g, '\\$&');
}

/** Replaces the text of a field, as somebody who selects all and types. */
export async function type(page, path, text) {
  await page.focus(at(path));
  await selectAll(page);
  await page.keyboard.press('Delete');
  await page.keyboard.sendCharacter(text);
  await page.keyboard.press('Tab');
}

export async function selectAll(page) {
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
}

/** Presses a button by its words, in the dialog that is open or else in the page. */
export async function press(page, words) {
  const isFound = await page.evaluate((text) => {
    const root = document.querySelector('dialog[open]') ?? document;
    const found = [...root.querySelectorAll('button')].find((one) => one.textContent === text && !one.disabled && one.offsetParent !== null);
    found?.focus();
    return Boolean(found);
  }, words);
  if (!isFound) throw new Error(`there is no button ${words}`);
  await page.keyboard.press('Enter');
}

/** What the head of the page says. */
export const head = (page) => page.$eval('#file', (one) => one.textContent);

/** What went wrong, as the page says it. */
export const alarmText = (page) => page.$eval('#alert', (one) => one.innerText);
