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

/** Chooses the older version: the document as it was opened, or a file. Calls `changed` whenever another one is chosen. */
function olderChooser(changed) {
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
    session.older = { name: chosen.name, text };
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

/** Shows what went wrong at the top of the dialog that is open. */
function showInDialog(text) {
  const box = document.querySelector('dialog[open]');
  box?.querySelector('.alarm')?.remove();
  box?.querySelector('header').after(el('p', { className: 'alarm', role: 'alert', textContent: text }));
}

const olderText = () => session.older?.text ?? session.base;

function compareDialog() {
  document.activeElement?.flush?.();
  dialog(say('compare'), (box) => {
    const result = el('div', { 'aria-live': 'polite' });
    const day = el('input', { id: 'row-date', value: session.rowDate ?? today(), size: 14, title: say('date_hint') });
    const draw = () => {
      box.querySelector('.alarm')?.remove();
      try {
        const date = day.value.trim();
        const reply = withDocument(olderText(), (old) => ask({ compare: { old, new: session.number, ...(date && { date }) } }));
        result.replaceChildren(...differenceTable(reply, () => box.close()), ...proposedRows(reply.rows));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        showInDialog(error.text());
        result.replaceChildren();
      }
    };
    day.addEventListener('change', () => {
      session.rowDate = day.value;
      draw();
    });
    const label = el('label', { htmlFor: day.id, textContent: `${say('row_date')} ` });
    box.append(olderChooser(draw), el('p', {}, label, day), result);
    // The dialog must be in the page before anything is shown in it.
    setTimeout(draw);
  }, 'large');
}

/** The differences as a table. The item of each is a link to its field. */
function differenceTable({ difference, words }, close) {
  const { edits, mismatch_label: mismatch, not_compared: skipped } = difference;
  const parts = [el('h3', { textContent: say('differences', edits.length) })];
  if (mismatch) parts.push(el('p', { className: 'message warning', textContent: mismatch }));
  if (edits.length) {
    const head = ['item', 'what', 'before', 'after', 'weight'].map((key) => el('th', { scope: 'col', textContent: say(`column_${key}`) }));
    const table = el('table', { lang: 'ja', className: 'comparison' }, el('tr', {}, ...head));
    edits.forEach((edit, at) => {
      const item = el('td');
      const name = `${edit.number} ${edit.label}`.trim();
      if (edit.new && cellFor(edit.new)) {
        const link = el('a', { href: '#', textContent: name });
        link.addEventListener('click', (event) => { event.preventDefault(); close(); focusPath(edit.new); });
        item.append(link);
      } else {
        item.append(name);
      }
      const cells = [edit.what_label, words[at].before ?? '', words[at].after ?? '', [edit.weight_label, edit.proof_label].filter(Boolean).join('\n')];
      table.append(el('tr', { className: edit.weight }, item, ...cells.map((text) => el('td', { textContent: text }))));
    });
    parts.push(table);
  }
  if (skipped.length) {
    const list = el('ul', { lang: 'ja' });
    for (const one of skipped) {
      const name = one.new && cellFor(one.new) ? nameOfPath(one.new) : one.label;
      list.append(el('li', { textContent: `${name}（${one.because_label}）` }));
    }
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
function proposedRows(rows) {
  const parts = [el('h3', { textContent: say('proposed', rows.length) })];
  if (!rows.length) return parts;
  const takers = [];
  const head = ['date', 'item', 'before', 'after', 'timing', 'reason'].map((key) => el('th', { scope: 'col', textContent: say(`column_${key}`) }));
  const table = el('table', { lang: 'ja', className: 'comparison' }, el('tr', {}, ...head, el('td')));
  const present = rowsPresent();
  for (const row of rows) {
    const timing = printOf('changes[0].timing')?.choices.find(({ code }) => code === row.timing)?.label ?? row.timing ?? '';
    const texts = [row.date, row.items, row.before, row.after, timing, row.reason].map(linesOf);
    const take = button(say('take_row'), () => {
      takeRow(row);
      [take.disabled, take.textContent] = [true, say('row_taken')];
      announce(say('row_taken'));
    }, { 'aria-label': `${say('take_row')}：${linesOf(row.items)}` });
    if (present.has(keyOfRow(row)) || present.has(keyOfText(row))) [take.disabled, take.textContent] = [true, say('row_present')];
    takers.push(take);
    table.append(el('tr', {}, ...texts.map((text) => el('td', { textContent: text })), el('td', {}, take)));
  }
  const all = button(say('take_all'), () => {
    takers.filter((take) => !take.disabled).forEach((take) => take.click());
    all.disabled = takers.every((take) => take.disabled);
  }, { id: 'take-all', disabled: takers.every((take) => take.disabled) });
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

/** Adds a row at the end of the change table. */
function takeRow(value) {
  const at = lengthOf('changes');
  change(
    { add: { document: session.number, list: 'changes', at, value } },
    { remove: { document: session.number, path: `changes[${at}]` } },
  );
}
