// Entries of lists: added, moved and removed. The focus follows the entry.

/** How many entries a list has in the document. */
function lengthOf(list) {
  const indices = session.cells.flatMap((cell) => cell.begins ?? []).filter((one) => one.list === list && one.is_filled);
  return new Set(indices.map(({ index }) => index)).size;
}

function addEntry(list, word) {
  const at = lengthOf(list);
  const path = `${list}[${at}]`;
  change({ add: { document: session.number, list, at } }, { remove: { document: session.number, path } });
  focusEntry(path);
  announce(say('added', word));
}

function moveEntry({ list, index, title }, by) {
  const to = index + by;
  const move = (from, to) => ({ move: { document: session.number, list, from, to } });
  change(move(index, to), move(to, index));
  focusEntry(`${list}[${to}]`);
  announce(say('moved', title));
}

function removeEntry({ list, index, path, title }) {
  const value = valueAt(JSON.parse(textOfDocument()), path);
  change({ remove: { document: session.number, path } }, { add: { document: session.number, list, at: index, value } });
  // The entry after it, the one before it, the button that adds one, or the place where one is written.
  const at = Math.min(index, lengthOf(list) - 1);
  if (!(at >= 0 && focusEntry(`${list}[${at}]`)) && !focusAdd(list)) focusPath(list, { isTitle: true });
  announce(say('removed', title));
}

/** The value at a path such as `systems[0].name` in the JSON of a document. */
function valueAt(json, path) {
  return path.split(/[.[\]]+/).filter(Boolean).reduce((value, step) => value?.[step], json);
}

/** Moves the focus to an entry: to its title, or to its field if it is one line. */
function focusEntry(path) {
  const first = session.cells.find((cell) => cell.path === path || cell.path.startsWith(`${path}.`));
  return Boolean(first) && focusPath(first.path, { isTitle: true });
}

/** Moves the focus to the button that adds an entry to a list. */
function focusAdd(list) {
  const add = $(`add-${list}`);
  add?.scrollIntoView({ block: 'center' });
  add?.focus({ preventScroll: true });
  return Boolean(add);
}
