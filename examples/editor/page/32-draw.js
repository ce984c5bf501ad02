// The form on the screen. It is drawn in groups: a section, a numbered part of it, or one entry's share of one.
//
// 江戸川区 has 2,129 fields. All of them are in the page, so that the browser finds, reads and tabs through them; but only the first
// groups are drawn at once, and the others whenever the browser has time. An edit draws only what changed.

/** The groups on the screen, in order: their cells, their element, and whether it has been filled. */
let groups = [];

/** How long to draw before the browser may react to the user, in milliseconds. */
const SLICE = 12;

/** Shows what the module said: the document, or what changed of it, and its check. */
function show(view) {
  const changed = receive(view);
  const marked = noteMarks();
  if (changed === null) drawAll();
  else changed.forEach((path) => redraw(path));
  marked.forEach(showMarks);
  for (const chain of document.querySelectorAll('.chain[open]')) {
    if (!chain.contains(document.activeElement)) drawChain(chain, chain.id.slice('chain-'.length));
  }
  showSide();
  showFile();
}

/** Divides the cells into groups. */
function divide(cells) {
  const all = [];
  for (const cell of cells) {
    const begins = (cell.headings ?? []).some(({ level }) => level === 'section' || level === 'part');
    if (begins || all.length === 0) all.push({ key: `${(cell.headings ?? []).map(({ text }) => text)} ${cell.path}`, cells: [] });
    all.at(-1).cells.push(cell);
  }
  return all;
}

/** Draws the document. What is as before keeps its element, so the focus and the position stay. */
function drawAll(isNewLanguage = false) {
  const old = new Map(isNewLanguage ? [] : groups.map((group) => [group.key, group]));
  const focus = focusedPlace();
  groups = divide(session.cells);
  noteEnds();
  const root = $('form');
  for (const group of groups) {
    const same = old.get(group.key);
    group.element = same?.element ?? el('section', { className: 'group' });
    if (same?.isDrawn) fill(group);
  }
  setChildren(root, groups.map(({ element }) => element));
  drawSome(true);
  showContents();
  if (focus) focusPlace(focus);
}

/** Draws groups until the time is up, and goes on later. */
function drawSome(isFirst = false) {
  const until = performance.now() + (isFirst ? 60 : SLICE);
  for (const group of groups) {
    if (group.isDrawn) continue;
    if (performance.now() > until) {
      setTimeout(drawSome);
      return;
    }
    fill(group);
  }
  document.body.dataset.drawn = groups.length;
}

/** Draws a group, if that was not done yet. */
function ensureDrawn(group) {
  if (!group.isDrawn) fill(group);
}

/** Notes after which cell a list ends: there an entry can be added. */
function noteEnds() {
  const { cells } = session;
  const ends = new Map();
  const seen = new Set();
  cells.forEach((cell, at) => {
    const next = cells[at + 1];
    for (const entry of [...cell.around].reverse()) {
      const goesOn = next?.around.some(({ list }) => list === entry.list);
      // Some lists are printed twice. Entries are added where the list is printed first.
      if (goesOn || seen.has(entry.list)) continue;
      seen.add(entry.list);
      ends.set(cell.path, [...(ends.get(cell.path) ?? []), entry]);
    }
  });
  for (const group of groups) group.ends = group.cells.map((cell) => ends.get(cell.path) ?? []);
}

/** Fills the element of a group. A cell that is as before keeps its element, so a click or the focus on its way there is not lost. */
function fill(group) {
  group.isDrawn = true;
  const old = new Map([...group.element.children].map((one) => [one.id, one]));
  const inside = [];
  group.cells.forEach((cell, at) => {
    const same = old.get(`at-${cell.path}`);
    inside.push(same && same.drawn === whatIsDrawn(cell) ? same : drawCell(cell));
    for (const entry of group.ends[at]) if (entry.is_filled) inside.push(old.get(`adding-${entry.list}`) ?? addButton(entry));
  });
  setChildren(group.element, inside);
  group.element.classList.toggle('changes', group.cells.some((cell) => cell.path.startsWith('changes[')));
}

/** What the element of a cell shows, also what was refused. The entries that it is in count only by their number. */
function whatIsDrawn({ around, ends, ...cell }) {
  const { length } = around;
  const typed = [cell, ...within(cell)].map(({ path }) => session.refused.get(path)?.text);
  return JSON.stringify([isJapanese, length, typed, ends.filter((entry) => entry.is_filled).map(({ path }) => path), cell]);
}

/** Notes that the element of a cell shows what was refused, or no longer does. */
function noteDrawn(path) {
  const wrap = $(`field-${path}`)?.closest('.cell');
  if (wrap) wrap.drawn = whatIsDrawn(session.cells[session.index.get(path)]);
}

/** Makes these the children of an element, and moves none that is in its place: an element that moves loses the focus. */
function setChildren(parent, children) {
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
  while (at) {
    const next = at.nextElementSibling;
    at.remove();
    at = next;
  }
}

/** A cell with the headings and the titles of entries before it. */
function drawCell(cell) {
  const wrap = el('div', { className: 'cell', id: `at-${cell.path}` });
  wrap.style.setProperty('--depth', cell.around.length);
  drawInto(wrap, cell);
  return wrap;
}

function drawInto(wrap, cell) {
  wrap.drawn = whatIsDrawn(cell);
  wrap.shape = shapeOf(cell);
  wrap.replaceChildren(...headings(cell), ...entryHeads(cell), drawField(cell, entryTools(cell)));
  const entrustment = cell.ends.find((entry) => entry.list.endsWith('.entrustments') && entry.is_filled);
  if (entrustment) wrap.append(chainOf(entrustment));
}

/** What is around the control of a cell, and what is in it besides: if only the answer changed, the control can stay. */
const shapeOf = (cell) => JSON.stringify([cell.headings, cell.begins, within(cell).map(({ path }) => path)]);

/** Draws one cell again. A control that has the focus stays, because somebody is writing in it. */
function redraw(path) {
  const group = groups.find((one) => one.cells.some((cell) => cell.path === path));
  if (!group) return;
  const cell = session.cells[session.index.get(path)];
  group.cells[group.cells.findIndex((one) => one.path === path)] = cell;
  const wrap = $(`at-${path}`);
  if (!wrap) return;
  if (wrap.shape === shapeOf(cell)) {
    wrap.drawn = whatIsDrawn(cell);
    for (const one of [cell, ...within(cell)]) setField(one);
    return;
  }
  const focus = wrap.contains(document.activeElement) ? focusedPlace() : undefined;
  drawInto(wrap, cell);
  if (focus) focusPlace(focus);
}

function headings(cell) {
  return (cell.headings ?? []).map(({ level, text, en, rank }, at) => {
    const one = el(rank ? `h${rank}` : 'p', { className: `heading ${level}`, textContent: text, lang: 'ja', tabIndex: -1 });
    if (!isJapanese && en) one.append(' ', el('span', { lang: 'en', className: 'en', textContent: en }));
    one.id = `heading-${at}-${cell.path}`;
    return one;
  });
}

/** The titles of the entries that begin with the cell. The entries of a list of lines have none. */
function entryHeads(cell) {
  const titled = (cell.begins ?? []).filter((entry) => !entry.is_line);
  return titled.map((entry) => {
    const title = el(`h${cell.rank}`, { className: 'entry', id: `entry-${entry.path}`, tabIndex: -1, textContent: entry.title, lang: 'ja' });
    return el('div', { className: 'entry-head' }, title, toolsOf(entry));
  });
}

/** The buttons of an entry of a list of lines. They are beside its one field. */
function entryTools(cell) {
  const entry = (cell.begins ?? []).find((one) => one.is_line);
  return entry ? toolsOf(entry) : null;
}

/** The buttons that move and remove an entry. */
function toolsOf(entry) {
  if (!entry.is_filled) return null;
  const name = entry.title;
  const tools = el('span', { className: 'entry-tools', role: 'group', 'aria-label': name });
  const add = (word, title, action, isDisabled = false) =>
    tools.append(button(say(word), action, { className: 'quiet', 'aria-label': say(title, name), disabled: isDisabled }));
  add('up', 'up_this', () => moveEntry(entry, -1), entry.index === 0);
  add('down', 'down_this', () => moveEntry(entry, 1), entry.isLast);
  const number = numberButton(entry);
  if (number) tools.append(number);
  add('remove', 'remove_this', () => removeEntry(entry));
  return tools;
}

function addButton({ list, word, path }) {
  const [before, after] = say('add');
  const add = button('', () => addEntry(list, word), { className: 'add', id: `add-${list}` });
  add.append(before, el('span', { lang: 'ja', textContent: word }), after);
  const row = el('div', { className: 'adding', id: `adding-${list}` }, add);
  row.style.setProperty('--depth', path.split('[').length - 1);
  return row;
}
