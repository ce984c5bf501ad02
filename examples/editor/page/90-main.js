// Starts the page.

/** What the module says about itself: editions, exemptions, versions. */
let about;

/** Where the browser keeps which language was chosen. */
const LANGUAGE = 'mynumber-pia-language';

/** The version of the page. */
const PAGE = '0.1.0';

function helpDialog() {
  dialog(say('help'), (box, close) => {
    const table = (title, list) => {
      const rows = list.map(([key, what]) => el('tr', {}, el('th', { scope: 'row', textContent: key }), el('td', { textContent: what })));
      return el('table', { className: 'help' }, el('caption', { textContent: say(title) }), ...rows);
    };
    const of = ([japanese, english]) => (isJapanese ? japanese : english);
    const { module: version, document_version: format } = about;
    const lines = [say('about_versions', PAGE, version, format)];
    if (session.number) lines.push(say('document_version', JSON.parse(textOfDocument()).version));
    if (document.body.dataset.edit) lines.push(say('time', document.body.dataset.edit));
    box.append(el('p', { textContent: say('start_text') }), table('help_steps', of(WORDS.help_tools)), table('help_keys', of(WORDS.help_list)));
    box.append(el('p', { textContent: of(about.help_rests_on) }));
    box.append(el('h3', { textContent: say('about') }));
    box.append(...lines.map((line) => el('p', { textContent: line })), draftList(close));
  });
}

function setLanguage(japanese) {
  document.activeElement?.flush?.();
  isJapanese = japanese;
  if (canKeep()) localStorage.setItem(LANGUAGE, japanese ? 'ja' : 'en');
  sayAll();
  showFile();
  if (!session.number) return startScreen();
  drawAll(true);
  showSide();
  return search();
}

/** A panel that a narrow screen shows only when asked. */
function togglePanel(name) {
  const isOpen = document.body.classList.toggle(`${name}-open`);
  $(`show-${name}`).setAttribute('aria-expanded', isOpen);
  if (isOpen) $(name).querySelector('a, input, button')?.focus();
}

/** The menu closes after a choice, with Escape, and when the focus or a click goes elsewhere. */
function listenToMenu() {
  const menu = $('menu');
  const close = () => { menu.open = false; };
  menu.addEventListener('click', ({ target }) => { if (target.closest('button')) close(); });
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    close();
    menu.querySelector('summary').focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => { if (relatedTarget && !menu.contains(relatedTarget)) close(); });
  document.addEventListener('pointerdown', ({ target }) => { if (!menu.contains(target)) close(); });
}

function listen() {
  const actions = {
    new: newDialog, open: chooseFile, save: () => save(), print: printDialog, undo: undoLast, raise: raiseDialog,
    compare: compareDialog, plan: planDialog, help: helpDialog,
    language: () => setLanguage(!isJapanese), 'show-nav': () => togglePanel('nav'), 'show-side': () => togglePanel('side'),
  };
  for (const [id, action] of Object.entries(actions)) $(id).addEventListener('click', () => action());
  $('open-file').addEventListener('change', ({ target }) => {
    const [file] = target.files;
    // The same file can be chosen again.
    target.value = '';
    if (file) openFile(file);
  });
  let isWaiting = false;
  $('form').addEventListener('scroll', () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      if (session.number) showWhere();
    });
  });
  listenToMenu();
  listenToPresses();
  $('search').addEventListener('input', () => search());
  $('search').addEventListener('keydown', stepHit);
  document.addEventListener('keydown', keys);
  window.addEventListener('beforeunload', (event) => {
    flushDraft();
    if (isUnsaved()) event.preventDefault();
  });
  // What the module refuses of an entry, a row or a form.
  window.addEventListener('error', (event) => {
    if (!(event.error instanceof Refusal)) return;
    event.preventDefault();
    const text = event.error.text();
    if (document.querySelector('dialog[open]')) showInDialog(text);
    else alarm(say('not_taken'), text);
  });
  window.addEventListener('pagehide', flushDraft);
  document.addEventListener('visibilitychange', () => { if (document.hidden) flushDraft(); });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length) leave(() => openDropped(files));
  });
}

/** The keys of the page. None works while a dialog is open. */
function keys(event) {
  // What is written may add or remove what comes next. So it is written before the browser looks for the next stop.
  if (event.key === 'Tab') document.activeElement?.flush?.();
  if (document.querySelector('dialog[open]')) return;
  const isControl = event.ctrlKey || event.metaKey;
  const isText = event.target.matches?.('textarea, input:not([type=radio], [type=checkbox])');
  const { number } = session;
  const chosen = {
    s: isControl && number && (() => save()),
    o: isControl && chooseFile,
    p: isControl && number && printDialog,
    k: isControl && (() => { document.body.classList.add('nav-open'); $('search').focus(); }),
    // In a text, the browser undoes what was typed.
    z: isControl && !isText && number && undoLast,
    f1: helpDialog,
    f7: number && (() => { const path = document.activeElement.closest('.field')?.path; if (path) consequencesDialog(path); }),
    f8: number && (() => stepFinding(event.shiftKey ? -1 : 1)),
    f9: number && stepToFill,
  }[event.key.toLowerCase()];
  if (!chosen) return;
  event.preventDefault();
  document.activeElement?.flush?.();
  chosen();
}

async function main() {
  isJapanese = !canKeep() || localStorage.getItem(LANGUAGE) !== 'en';
  sayAll();
  for (const id of ['save', 'print', 'undo', 'raise', 'compare', 'plan']) $(id).disabled = true;
  try {
    await loadModule();
  } catch (error) {
    alarm(say('module_failed'), error.message);
    return;
  }
  about = ask({ about: {} });
  listen();
  showFile();
  // After a reload, the tab goes on where it was. A tab that was duplicated has the number of the other one, and continues a copy.
  const id = canKeep() && sessionStorage.getItem(DRAFT);
  const mine = id && drafts().find(({ key }) => key === DRAFT + id);
  const isReload = performance.getEntriesByType('navigation')[0]?.type === 'reload';
  if (!mine || !openDraft(mine, { isReload })) startScreen();
  document.body.dataset.ready = performance.now().toFixed(1);
}

main();
