// The document that is open: what the module said of it, and every change on its way to the module.

/** How many steps can be undone, and how many of these may hold a whole document. */
const MOST_STEPS = 200;
const MOST_WHOLE = 3;

const session = {
  /** The number of the document in the module; 0 if none is open. */
  number: 0,
  /** The name of its file. */
  name: '',
  /** The document as it was opened or last saved elsewhere: the older version to compare with. */
  base: '',
  isSaved: true,
  /** Whether the document was begun here: then no older file has its name. */
  isNew: false,
  /** Whether it was changed since its file was opened. */
  isChanged: false,
  /** The cells in printed order, each with the entries it is in, and their indices by path. */
  cells: [],
  index: new Map(),
  prints: {},
  check: null,
  /** All findings. In a new form, those about fields that nobody wrote into are not in `check` until they are asked for. */
  findings: [],
  isQuiet: false,
  visited: new Set(),
  /** What was typed and refused, by path: it is not in the document. */
  refused: new Map(),
  undo: [],
  settings: {},
};

/** Whether something would be lost without a draft: changes, or what was typed and refused. A new document without any is not saved, but
 * nothing of it would be lost. */
const isUnsaved = () => session.number !== 0 && ((!session.isSaved && session.isChanged) || session.refused.size > 0);

/** The path without its indices. */
const pattern = (path) => path.replace(/\[\d+\]/g, '[]');

/** How the form prints the cell with this path. */
const printOf = (path) => session.prints[pattern(path)];

/** The cell with this path, also one inside another. */
function cellAt(path) {
  const index = session.index.get(path);
  if (index === undefined) return undefined;
  const cell = session.cells[index];
  return cell.path === path ? cell : within(cell).find((one) => one.path === path);
}

/** What is inside a cell, at any depth. */
function within(cell) {
  return (cell.inside ?? []).flatMap((one) => [one, ...within(one)]);
}

/** The cell that shows a path: the cell itself, or the first of the part or list. */
function cellFor(path) {
  if (session.index.has(path)) return path;
  const inside = (one) => one.startsWith(`${path}.`) || one.startsWith(`${path}[`);
  const first = session.cells.find((cell) => inside(cell.path));
  if (first) return first.path;
  // The chain is in the details of its entrustment, and is about the name of the entrustee.
  const [, entrustment] = path.match(/^(.*\.entrustments\[\d+\])\.chain/) ?? [];
  if (!entrustment) return undefined;
  return session.index.has(`${entrustment}.entrustee`) ? `${entrustment}.entrustee` : cellFor(entrustment);
}

/** Gives each heading its rank on the page: that of its level, or less, so that none is skipped. Titles of entries are one below. */
function rankHeadings(cells) {
  const levels = { section: 2, part: 3, risk: 4, group: 5 };
  let rank = 1;
  for (const cell of cells) {
    for (const heading of cell.headings ?? []) {
      if (!levels[heading.level]) continue;
      rank = Math.min(levels[heading.level], rank + 1);
      heading.rank = rank;
    }
    cell.rank = rank + 1;
  }
}

/** Leaves out of the check what it says of open fields that nobody wrote into. */
function hideUnvisited() {
  const open = new Set(session.isQuiet ? session.check.to_fill.map(({ path }) => path) : []);
  session.check.findings = session.findings.filter(({ path }) => !open.has(path) || session.visited.has(path));
}

/** Takes over a reply. Returns the paths of the cells that changed, or `null` if there are others: entries came, went or moved. */
function receive(view) {
  session.number = view.document;
  session.check = view.check;
  session.findings = view.check.findings;
  hideUnvisited();
  if (view.whole) {
    session.prints = view.prints;
    rankHeadings(view.cells);
    session.cells = view.cells.filter((cell) => !cell.tier);
    session.index = new Map();
    let around = [];
    session.cells.forEach((cell, at) => {
      for (const one of [cell, ...within(cell)]) session.index.set(one.path, at);
      around = around.filter((entry) => cell.path.startsWith(`${entry.path}.`)).concat(cell.begins ?? []);
      cell.around = around;
    });
    const counts = new Map();
    const all = session.cells.flatMap((cell) => cell.begins ?? []);
    for (const { list, index } of all) counts.set(list, Math.max(counts.get(list) ?? 0, index + 1));
    for (const entry of all) entry.isLast = entry.index + 1 === counts.get(entry.list);
    session.cells.forEach((cell, at) => {
      const next = session.cells[at + 1]?.around ?? [];
      cell.ends = cell.around.filter((entry) => !next.includes(entry));
    });
    return null;
  }
  Object.assign(session.prints, view.prints);
  const changed = view.cells.filter((cell) => session.index.has(cell.path));
  let isSame = true;
  for (const cell of changed) {
    const at = session.index.get(cell.path);
    const { around, ends } = session.cells[at];
    for (const { path } of within(session.cells[at])) session.index.delete(path);
    for (const { path } of within(cell)) session.index.set(path, at);
    // The cells of an entry share it, so it is changed for all of them.
    cell.begins = cell.begins?.map((entry) => {
      const old = around.find(({ path }) => path === entry.path);
      isSame &&= old.is_filled === entry.is_filled;
      return Object.assign(old, entry);
    });
    const { rank, headings } = session.cells[at];
    session.cells[at] = Object.assign(cell, { around, ends, rank, headings });
  }
  return isSame ? changed.map((cell) => cell.path) : null;
}

/** The request for the document as text. */
const textOfDocument = () => ask({ save: { document: session.number } }).text;

/**
 * Changes the document: asks the module, draws what changed, and notes how to undo it. Throws if the module refuses, and then nothing
 * has changed. `undo` is the request that undoes it; without one, the whole document is kept.
 */
function change(request, undo) {
  const before = performance.now();
  const whole = undo ? undefined : textOfDocument();
  const view = ask(request);
  followRefused(request);
  session.undo.push({ request: undo, whole });
  if (session.undo.length > MOST_STEPS) session.undo.shift();
  const wholes = session.undo.filter((step) => step.whole);
  if (wholes.length > MOST_WHOLE) session.undo.splice(0, session.undo.indexOf(wholes[0]) + 1);
  [session.isSaved, session.isChanged] = [false, true];
  show(view);
  keepDraft();
  document.body.dataset.edit = (performance.now() - before).toFixed(1);
}

/** Undoes the last change. */
function undoLast() {
  const step = session.undo.pop();
  if (!step) return announce(say('nothing_to_undo'));
  if (step.request) {
    const view = ask(step.request);
    followRefused(step.request);
    show(view);
  } else {
    const old = session.number;
    const view = ask({ open: { text: step.whole, today: today() } });
    ask({ close: { document: old } });
    show(view);
  }
  [session.isSaved, session.isChanged] = [false, true];
  keepDraft();
  announce(say('undone'));
}

/** Opens a document in place of the present one. Throws if the module refuses it. */
function begin(view, name, { base, isSaved = true, isNew = false, isChanged = false, isQuiet = false }) {
  const old = session.number;
  Object.assign(session, { name, base, isSaved, isNew, isChanged, refused: new Map(), undo: [], settings: {}, isQuiet, visited: new Set() });
  // What belongs to the document before it.
  Object.assign(session, { draft: undefined, older: undefined, papers: [], rowDate: undefined, plan: undefined, alsoPublish: undefined, withheld: undefined });
  document.body.classList.remove('no-document');
  if (old) ask({ close: { document: old } });
  // No field is kept: it may hold what was refused.
  groups = [];
  $('search').value = '';
  show(view);
  search();
  $('nav').scrollTop = 0;
}

/** The request that puts a cell back as it is now. */
function undoOf(cell) {
  const { number } = session;
  // An answer in an empty block adds the entry.
  const empty = session.cells[session.index.get(cell.path)].around.find((entry) => !entry.is_filled);
  if (empty) return { remove: { document: number, path: empty.path } };
  if (cell.state === 'unanswered') return { remove: { document: number, path: cell.path } };
  const { kind } = printOf(cell.path);
  if (kind === 'check_boxes') return { put_value: { document: number, path: cell.path, value: codesOf(cell) } };
  return { put: { document: number, path: cell.path, text: cell.text } };
}

/** The codes of a group of boxes as a document writes them. */
function codesOf(cell) {
  return [...(cell.chosen ?? []), ...(cell.unknown ?? []).map((code) => `${code}?`)];
}

/** Writes a cell. Returns whether it was accepted; if not, the reason is shown beside the cell. */
function write(path, value) {
  const cell = cellAt(path);
  if (!cell) return false;
  const { number: document } = session;
  const isList = Array.isArray(value);
  if (isList ? value.join() === codesOf(cell).join() : value === cell.text) {
    accept(path);
    return true;
  }
  const wasRefused = session.refused.delete(path);
  session.visited.add(path);
  try {
    change(isList ? { put_value: { document, path, value } } : { put: { document, path, text: value } }, undoOf(cell));
    if (wasRefused) showRefused(path);
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refuse(path, isList ? value.join('、') : value, error.fault);
    return false;
  }
}

/** Notes what was typed and refused: it stays in its field and in the draft. */
function refuse(path, text, reason) {
  session.refused.set(path, { text, reason });
  noteDrawn(path);
  showRefused(path);
  showFile();
  keepDraft();
}

/** Notes that nothing refused is in a field any more. */
function accept(path) {
  if (!session.refused.delete(path)) return;
  noteDrawn(path);
  showRefused(path);
  showFile();
  keepDraft();
}

/** Lets what was refused follow its entry, when entries are removed, brought back or moved. */
function followRefused({ add, remove, move }) {
  const removed = remove?.path.match(/^(.*)\[(\d+)\]$/);
  const list = removed?.[1] ?? (add?.value && add.list) ?? move?.list;
  if (!list) return;
  const after = (index, gone) => (index > gone ? index - 1 : index);
  const before = (index, come) => (index >= come ? index + 1 : index);
  const moved = (index) => {
    if (removed) return index === Number(removed[2]) ? undefined : after(index, Number(removed[2]));
    if (add) return before(index, add.at);
    return index === move.from ? move.to : before(after(index, move.from), move.to);
  };
  const all = [...session.refused].map(([path, what]) => {
    const found = path.startsWith(`${list}[`) && path.slice(list.length).match(/^\[(\d+)\](.*)$/);
    if (!found) return [path, what];
    const index = moved(Number(found[1]));
    return index === undefined ? undefined : [`${list}[${index}]${found[2]}`, what];
  });
  session.refused = new Map(all.filter(Boolean));
}
