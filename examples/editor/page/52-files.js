// Documents as files: new, open, save.

/** Shows the file in the head of the page, and what the browser keeps of it. */
function showFile() {
  const { number, name, draft, check } = session;
  const isSaved = session.isSaved && !session.refused.size;
  const box = $('file');
  if (!number) {
    box.textContent = say('no_document');
    return;
  }
  const count = (severity) => check.findings.filter((finding) => finding.severity === severity).length;
  const form = [labelled(about, check.kind_label), check.edition_label].filter(Boolean).join(' ');
  const state = [say(isSaved ? 'saved' : 'not_saved'), session.isQuiet && requiredLeft() ? say('left', requiredLeft()) : say('errors', count('error'))];
  // Where there is little room, what changes comes first.
  const isNarrow = matchMedia('(max-width: 40rem)').matches;
  const parts = isNarrow ? [...state, name, form] : [name, form, ...state, draft && say(...draft)];
  box.textContent = parts.filter(Boolean).join('　');
  box.title = box.textContent;
  document.title = `${isSaved ? '' : '● '}${name} - ${say('title')}`;
  for (const id of ['save', 'print', 'undo', 'raise', 'compare', 'plan']) $(id).disabled = false;
}

/** Does something that replaces the document. Asks first if there are unsaved changes. */
function leave(action) {
  document.activeElement?.flush?.();
  if (!isUnsaved()) return action();
  writeDraft();
  const pending = session.refused.size ? say('pending', session.refused.size) : '';
  return question(`${say('leave_sure')}${pending && ` ${pending}`}`, [
    [say('save_first'), () => save({ next: action })],
    [say('go_on'), action],
  ]);
}


/** A list of the editions of the forms. The latest of each form are first. */
function editionSelect(id, present) {
  const select = el('select', { id });
  const sorted = [...about.editions].sort((one, other) => Number(other.is_latest) - Number(one.is_latest));
  for (const { code, label, kind_label: kind, is_latest: isLatest, is_seen: isSeen } of sorted) {
    const notes = `${isLatest ? say('latest') : ''}${isSeen ? '' : say('not_seen')}${code === present ? say('same_form') : ''}`;
    select.append(el('option', { value: code, textContent: `${labelled(about, kind)} ${label}${notes}` }));
  }
  return select;
}

/** Begins a document of an edition, with what is known of the facts of the threshold determination. */
function beginNew(edition, facts = {}) {
  newDraft();
  const view = ask({ new: { edition, today: today() } });
  begin(view, `${say('new_file')}.json`, { base: '', isSaved: false, isNew: true, isQuiet: true });
  session.base = textOfDocument();
  const paths = { population: 'population', handlers: 'threshold.handlers', incident: 'threshold.incident' };
  for (const [key, text] of Object.entries(facts)) if (text && cellAt(paths[key])) write(paths[key], text);
  focusPath(session.cells[0].path);
}

/** Opens the sample. */
function openSample() {
  leave(() => {
    newDraft();
    const view = ask({ sample: { today: today() } });
    begin(view, `${say('sample_file')}.json`, { base: '', isNew: true });
    session.base = textOfDocument();
    $('form').focus({ preventScroll: true });
  });
}

function newDialog() {
  leave(() => dialog(say('new'), (box, close) => {
    const select = editionSelect('new-edition');
    const create = button(say('create'), () => {
      close();
      beginNew(select.value);
    });
    box.append(el('label', { htmlFor: select.id, textContent: say('choose_edition') }), select, el('p', { className: 'answers' }, create));
  }));
}

function chooseFile() {
  leave(() => $('open-file').click());
}

/** The text of a file without its mark of UTF-8. Throws if it is in another encoding. */
async function textOf(file) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [ja, en] = WORDS.not_utf8;
    throw new Refusal({ code: 'document', ja, en });
  }
}

/** The name under which the document is saved: that of its file, and with the day if it is not what the file contains. */
function nameToSave() {
  const { name, isNew, isChanged } = session;
  if (isNew || !isChanged) return name;
  const stem = name.replace(/\.json$/i, '').replace(/[-_ ]?\d{4}-\d{2}-\d{2}$/, '');
  return `${stem}-${today()}.json`;
}

/** Opens the first file that was dropped. The others are papers of the same affair for the procedure, or are refused by name. */
async function openDropped([first, ...others]) {
  if (!(await openFile(first)) || !others.length) return;
  const refused = [];
  for (const file of others) {
    try {
      const text = await textOf(file);
      const why = strangersOf(text).map(({ ja, en }) => either(ja, en));
      if (why.length) refused.push(`${say('not_paper', file.name)}：${why.join('、')}`);
      else session.papers.push({ name: file.name, text });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(`${say('not_read', file.name)}：${error.text()}`);
    }
  }
  const taken = session.papers.map(({ name }) => name).join('、');
  alarm(taken ? say('papers_taken', first.name, taken) : say('opened', first.name), refused.join('。'));
}

/** Opens a file that was chosen or dropped. Returns whether that went well; if not, the open document stays. */
async function openFile(file) {
  try {
    const text = await textOf(file);
    const view = ask({ open: { text, today: today() } });
    newDraft();
    const isPage = /\.html?$/i.test(file.name);
    begin(view, isPage ? file.name.replace(/\.html?$/i, '.json') : file.name, { base: text });
    if (isPage) session.base = textOfDocument();
    $('alert').replaceChildren();
    $('form').focus({ preventScroll: true });
    $('form').scrollTop = 0;
    announce(say('opened', file.name));
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { line, column } = error.fault;
    alarm(say('not_read', file.name), `${error.text()}${line ? `（${say('place', line, column)}）` : ''}`);
    return false;
  }
}

/** Saves as a file, as the commands write it, and does what comes next. What was refused is not in it, so that is said first. */
function save({ isSure = false, next } = {}) {
  document.activeElement?.flush?.();
  if (!session.number) return;
  if (session.refused.size && !isSure) {
    const [first] = session.refused.keys();
    question(say('pending', session.refused.size), [
      [say('show_first'), () => { if (!focusPath(first)) $(`in-${first}`)?.focus(); }],
      [say('save_anyway'), () => save({ isSure: true, next })],
    ]);
    return;
  }
  session.name = nameToSave();
  download(textOfDocument(), session.name);
  session.isSaved = true;
  writeDraft();
  announce(say('saved_as', session.name));
  if (session.refused.size) alarm(say('saved_as', session.name), say('saved_without', session.refused.size));
  next?.();
}

/** Moves the document to another form. */
function raiseDialog() {
  document.activeElement?.flush?.();
  dialog(say('raise'), (box, close) => {
    const select = editionSelect('raise-edition', session.check.edition);
    const present = about.editions.find(({ code }) => code === session.check.edition);
    const deeper = { basic_item: 'key_item', key_item: 'all_item', all_item: 'all_item' }[session.check.kind];
    select.value = about.editions.find(({ kind, is_latest: isLatest }) => isLatest && kind === (present ? deeper : session.check.kind))?.code ?? '';
    const change_ = button(say('raise_do'), () => {
      close();
      change({ change_form: { document: session.number, edition: select.value, adopt: false } });
      announce(say('raised', session.check.edition_label));
      showSuggestions();
    });
    box.append(el('p', { textContent: say('raise_text') }), el('label', { htmlFor: select.id, textContent: say('choose_edition') }), select);
    box.append(el('p', { className: 'answers' }, change_));
  });
}

/** Shows what can be taken over after the form was changed. */
function showSuggestions() {
  const first = $('suggestions-panel').querySelector('a, button');
  if (!first) return;
  document.body.classList.add('side-open');
  $('suggestions-panel').scrollIntoView({ block: 'start' });
  first.focus({ preventScroll: true });
}
