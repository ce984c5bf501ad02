// What changed since an older version, and the rows for the change table.

/** A document that is open in the module only for the time of `use`. */
function withDocument(text, use) {
  const { document: number } = ask({ open: { text, today: today() } });
  try {
    return use(number);
  } finally {
    ask({ close: { document: number } });
  }
}

/** How a document differs from the open one in body or affair, in words; nothing if it is of the same affair. */
function mismatchOf(text) {
  const reply = withDocument(text, (old) => ask({ compare: { old, new: session.number } }));
  return reply.difference.mismatch_label && labelled(reply, reply.difference.mismatch_label);
}

/**
 * Chooses the older version: the document as it was opened, or a file. Calls `changed` whenever another one is chosen. A file of another
 * affair is taken only with `takesOther`, and is forgotten with the dialog.
 */
function olderChooser(changed, { takesOther = false } = {}) {
  if (session.older?.isOther) session.older = undefined;
  const box = el('fieldset', { className: 'older' }, el('legend', { textContent: say('older') }));
  const opened = el('input', { type: 'radio', name: 'older', id: 'older-opened', checked: !session.older });
  const other = el('input', { type: 'radio', name: 'older', id: 'older-other', checked: Boolean(session.older) });
  const file = el('input', { type: 'file', id: 'older-file', accept: '.json,application/json', hidden: true });
  const choose = button(say('choose_file'), () => file.click(), { id: 'older-choose' });
  const name = el('span', { textContent: session.older?.name ?? '' });
  opened.addEventListener('change', () => { session.older = undefined; changed(); });
  other.addEventListener('change', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    const text = await readable(chosen);
    if (text === undefined) return;
    const mismatch = mismatchOf(text);
    if (mismatch && !takesOther) {
      [opened.checked, other.checked] = [!session.older, Boolean(session.older)];
      showInDialog(say('older_other', chosen.name, mismatch));
      return;
    }
    session.older = { name: chosen.name, text, isOther: Boolean(mismatch) };
    [other.checked, name.textContent] = [true, chosen.name];
    changed();
  });
  box.append(el('label', {}, opened, ` ${say('as_opened')}`), el('label', {}, other, ` ${say('older_file')}`), choose, file, name);
  return box;
}

/** The text of a file that is a document. If it is none, the reason is shown. */
async function readable(file) {
  try {
    const text = await textOf(file);
    withDocument(text, () => {});
    return text;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    showInDialog(`${say('not_read', file.name)}：${error.text()}`);
    return undefined;
  }
}

/** Shows what went wrong in the dialog that is open: after the control that it is about, or at the top. */
function showInDialog(text, control) {
  const box = document.querySelector('dialog[open]');
  if (!box) return;
  clearRefused(box);
  const alarm = el('p', { className: 'alarm', role: 'alert', id: 'dialog-alarm', textContent: text });
  (control?.parentElement ?? box.querySelector('header')).after(alarm);
  if (control) {
    control.setAttribute('aria-invalid', 'true');
    control.setAttribute('aria-describedby', alarm.id);
    control.focus();
  }
  alarm.scrollIntoView({ block: 'nearest' });
}

/** Takes away what was shown to be wrong. */
function clearRefused(box) {
  box.querySelector('.alarm')?.remove();
  for (const control of box.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-describedby');
  }
}

const olderText = () => session.older?.text ?? session.base;

function compareDialog() {
  document.activeElement?.flush?.();
  dialog(say('compare'), (box, close) => {
    const result = el('div', { 'aria-live': 'polite' });
    const day = el('input', { id: 'row-date', value: session.rowDate ?? dayOfRows(), size: 14, title: say('date_hint') });
    const publish = el('p');
    const draw = () => {
      clearRefused(box);
      try {
        const date = day.value.trim();
        const reply = withDocument(olderText(), (old) => ask({ compare: { old, new: session.number, ...(date && { date }) } }));
        alsoPublish(publish, reply.date);
        result.replaceChildren(...differenceTable(reply, close), ...proposedRows(reply.rows, () => alsoPublish(publish, reply.date)));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        result.replaceChildren();
        showInDialog(error.text(), error.fault.field === 'date' ? day : undefined);
      }
    };
    day.addEventListener('change', () => {
      session.rowDate = day.value;
      draw();
    });
    const label = el('label', { htmlFor: day.id, textContent: `${say('row_date')} ` });
    box.append(olderChooser(draw, { takesOther: true }), el('p', {}, label, day), publish, result);
    // The dialog must be in the page before anything is shown in it.
    setTimeout(draw);
  }, 'large');
}

/** The day of publication of a document as its JSON has it; empty if it is not known. */
function publishedOn(text) {
  const on = JSON.parse(text).cover?.published;
  return /^\d/.test(on ?? '') ? on : '';
}

/** The day of the rows: that of the publication, if the new version has another one than the older version; or else today. */
function dayOfRows() {
  const on = publishedOn(textOfDocument());
  return on && on !== publishedOn(olderText()) ? on : today();
}

/** Offers to change the day of publication, if the rows are dated after it. */
function alsoPublish(box, date) {
  const on = publishedOn(textOfDocument());
  box.replaceChildren();
  if (!on || date.slice(0, on.length) <= on) return;
  const input = el('input', { type: 'checkbox', id: 'also-publish', checked: session.alsoPublish ?? true });
  input.addEventListener('change', () => { session.alsoPublish = input.checked; });
  box.append(el('label', {}, input, ` ${say('also_publish', cellAt('cover.published').text)}`));
}

/** The rows of a table. Each cell says its column, for screens that are too narrow for columns. */
function tableOf(keys, rows) {
  const columns = keys.map((key) => say(`column_${key}`));
  const head = el('tr', {}, ...keys.map((key, at) => el('th', { scope: 'col', className: `column-${key}`, textContent: columns[at] })));
  for (const row of rows) [...row.children].forEach((cell, at) => { if (columns[at]) cell.dataset.column = columns[at]; });
  return el('table', { className: 'comparison' }, head, ...rows);
}

/** The differences as a table. The item of each is a link to its field. */
function differenceTable(reply, close) {
  const { difference, words } = reply;
  const { edits: all, mismatch_label: mismatch, not_compared: skipped } = difference;
  // A row that was taken over tells of a difference, and is none itself.
  const isRow = (edit) => edit.what === 'added' && /^changes\[\d+\]$/.test(edit.new);
  const edits = all.map((edit, at) => ({ ...edit, words: words[at] })).filter((edit) => !isRow(edit));
  const label = (text) => labelled(reply, text);
  const parts = [el('h3', { textContent: say('differences', edits.length) })];
  if (mismatch) parts.push(el('p', { className: 'message warning', textContent: say('mismatch', label(mismatch)) }));
  if (edits.length) {
    const rows = edits.map((edit) => {
      const item = el('td');
      const name = `${edit.number} ${label(edit.label)}`.trim();
      if (edit.new && cellFor(edit.new)) {
        const link = el('a', { href: '#', textContent: name });
        link.addEventListener('click', (event) => { event.preventDefault(); close(); focusPath(edit.new); });
        item.append(link);
      } else {
        item.append(name);
      }
      const weight = [label(edit.weight_label), isJapanese ? edit.proof_label : edit.proof?.replaceAll('_', ' ')].filter(Boolean).join('\n');
      const cells = [[label(edit.what_label)], [edit.words.before ?? '', 'ja'], [edit.words.after ?? '', 'ja'], [weight]];
      return el('tr', { className: edit.weight }, item, ...cells.map(([textContent, lang]) => el('td', { textContent, lang })));
    });
    parts.push(tableOf(['item', 'what', 'before', 'after', 'weight'], rows));
  }
  if (edits.length < all.length) parts.push(el('p', { textContent: say('rows_taken', all.length - edits.length) }));
  if (skipped.length) {
    const list = el('ul', { lang: 'ja' });
    skipped.forEach((one, at) => {
      const name = one.new && cellFor(one.new) ? nameOfPath(one.new) : label(one.label);
      const { before, after } = reply.not_known[at];
      const texts = before === after ? '' : `${colon()}${before ?? ''} → ${after ?? ''}`;
      list.append(el('li', { textContent: `${name}（${label(one.because_label)}）${texts}` }));
    });
    parts.push(el('details', {}, el('summary', { textContent: say('not_compared', skipped.length) }), list));
  }
  return parts;
}

/** The lines of a cell in the JSON of a document, as people read them. */
function linesOf(value) {
  const line = (one) => (typeof one === 'string' ? one : `${one.under ? `＜${one.under}＞` : ''}${one.text ?? ''}`);
  return [value ?? ''].flat().map(line).join('\n');
}

/** The rows that the library proposes. Each goes into the change table with one click. */
function proposedRows(rows, taken) {
  const parts = [el('h3', { textContent: say('proposed', rows.length), tabIndex: -1 })];
  if (!rows.length) return parts;
  const takers = [];
  const present = rowsPresent();
  const drawn = rows.map((row) => {
    const timing = printOf('changes[0].timing')?.choices.find(({ code }) => code === row.timing)?.label ?? row.timing ?? '';
    const texts = [row.date, row.items, row.before, row.after, timing, row.reason].map(linesOf);
    const take = button(say('take_row'), () => {
      takeRow(row);
      [take.disabled, take.textContent] = [true, say('row_taken')];
      taken();
      announce(say('row_taken'));
      focusNext(take);
    }, { 'aria-label': `${say('take_row')}：${linesOf(row.items)}` });
    if (present.has(keyOfRow(row)) || present.has(keyOfText(row))) [take.disabled, take.textContent] = [true, say('row_present')];
    takers.push(take);
    return el('tr', {}, ...texts.map((textContent) => el('td', { textContent, lang: 'ja' })), el('td', {}, take));
  });
  const table = tableOf(['date', 'item', 'before', 'after', 'timing', 'reason'], drawn);
  table.rows[0].append(el('td'));
  // A button that was pressed has nothing more to do, and the focus goes on to the next row.
  const focusNext = (take) => {
    const left = takers.filter((one) => !one.disabled);
    (left.find((one) => takers.indexOf(one) > takers.indexOf(take)) ?? left[0] ?? parts[0]).focus();
    all.disabled = !left.length;
  };
  const all = button(say('take_all'), () => takers.filter((take) => !take.disabled).forEach((take) => take.click()), {
    id: 'take-all', disabled: takers.every((take) => take.disabled),
  });
  return [...parts, el('p', { className: 'answers' }, all), table];
}

const keyOfRow = ({ date, ...row }) => JSON.stringify([date, keyOfText(row)]);

/** What a row says changed, whatever its day is. */
const keyOfText = ({ items, before, after }) => JSON.stringify([items, before, after].map(linesOf));

/** The keys of the rows of the change table. Of those that the older version does not have, a row of another day is the same row. */
function rowsPresent() {
  const rowsOf = (text) => JSON.parse(text).changes ?? [];
  const rows = rowsOf(textOfDocument());
  const left = rowsOf(olderText()).map(keyOfRow);
  const keys = new Set();
  for (const row of rows) {
    keys.add(keyOfRow(row));
    const at = left.indexOf(keyOfRow(row));
    if (at < 0) keys.add(keyOfText(row));
    else left.splice(at, 1);
  }
  return keys;
}

/** Adds a row to the change table, and changes the day of publication if that was asked for. */
function takeRow(value) {
  const { at } = ask({ place_of_change: { document: session.number, value } });
  change(
    { add: { document: session.number, list: 'changes', at, value } },
    { remove: { document: session.number, path: `changes[${at}]` } },
  );
  if ($('also-publish')?.checked) write('cover.published', value.date);
}
