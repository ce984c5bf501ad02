// Where the focus is, and how it gets to a field.

/** The place of the focus, so that it can be found again after the form was drawn. */
function focusedPlace() {
  const control = document.activeElement;
  if (!control || control === document.body) return undefined;
  if (control.id) return { id: control.id, from: control.selectionStart, to: control.selectionEnd };
  const field = control.closest('.field');
  return field ? { id: `field-${field.path}`, value: control.value } : undefined;
}

function focusPlace({ id, value, from, to }) {
  let control = $(id);
  if (value !== undefined) control = control?.querySelector(`input[value="${CSS.escape(value)}"]`);
  if (!control || control === document.activeElement) return;
  control.focus({ preventScroll: true });
  // Only texts have a selection.
  if (from !== undefined && from !== null && control.setSelectionRange && control.type !== 'checkbox') control.setSelectionRange(from, to);
}

/** The field that shows a path, drawn and with everything around it open. */
function fieldFor(path) {
  const shown = path && cellFor(path);
  if (!shown) return undefined;
  const group = groups.find((one) => one.cells.some((cell) => cell.path === session.cells[session.index.get(shown)].path));
  if (group) ensureDrawn(group);
  const field = $(`field-${shown}`);
  for (let above = field?.parentElement; above; above = above.parentElement) if (above.tagName === 'DETAILS') above.open = true;
  return field;
}

/** Scrolls to the field of a path, and leaves the focus where it is. */
function showField(path) {
  const field = fieldFor(path);
  field?.scrollIntoView({ block: 'center' });
  return field;
}

/** Moves the focus to the field of a path, or to the title of the entry that begins there. */
function focusPath(path, { isTitle = false } = {}) {
  const field = fieldFor(path);
  if (!field) return false;
  const chain = path.includes('.chain') && openChainOf(path);
  const title = isTitle && cellAt(field.path)?.begins?.filter((entry) => !entry.is_line).at(-1);
  const target = chain || (title && $(`entry-${title.path}`)) || controlOf(field);
  document.body.classList.remove('nav-open', 'side-open');
  (title ? target : chain || field).scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
  return true;
}

/** The control of a field: of radio buttons the chosen one, or the first. */
function controlOf(field) {
  const controls = [...field.querySelectorAll('input, select, textarea')].filter((one) => one.closest('.field') === field && !one.hidden);
  return controls.find((one) => one.type === 'radio' && one.checked) ?? controls[0];
}
