// What the form prints in a cell beside its answer: the last day of a period, the number of an entry. The module sends only those that
// are answered, so the page must know the others to offer them.

/** By path of a cell: the fields beside it, each with its word. */
const BESIDE = {
  'procedure.opinion_period.from': [['procedure.opinion_period.until', 'period_until'], ['procedure.opinion_period.days', 'period_days']],
};

/** The lists whose entries have a printed number: 「委託事項2」. */
const NUMBERED = /^(systems|files|file_sections\[\d+\]\.(entrustments|provision\.(provisions|transfers)))$/;

/** Inputs for what is beside the cell and not answered yet. */
function besideFields(cell) {
  const answered = new Set(within(cell).map(({ path }) => path));
  const open = (BESIDE[cell.path] ?? []).filter(([path]) => !answered.has(path));
  return open.map(([path, word]) => el('p', { className: 'beside' }, partyField(say(word), { path, text: '' }, 'input')));
}

/** A button that numbers an entry by its place; `null` if it has a number, or its list has none. */
function numberButton({ path, list, index, title }) {
  if (!NUMBERED.test(list) || session.index.has(`${path}.number`)) return null;
  const { number: document } = session;
  const put = () => {
    change({ put: { document, path: `${path}.number`, text: String(index + 1) } }, { remove: { document, path: `${path}.number` } });
    focusPath(`${path}.number`);
  };
  return button(say('number_it'), put, { className: 'quiet', 'aria-label': say('number_this', title) });
}
