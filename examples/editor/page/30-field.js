// One field: its name, its control, and what the check says about it.

/** How many choices are shown as buttons. More are shown as a list that opens. */
const MOST_BUTTONS = 5;

/** Draws a cell and what is inside it. */
function drawField(cell, tools, isInside = false) {
  const { path } = cell;
  const print = printOf(path);
  const id = `in-${path}`;
  const field = el('div', { className: `field ${print.kind} ${print.on_form}`, id: `field-${path}` });
  if (isInside) field.classList.add('inside');
  field.path = path;
  const makers = { choice, band, check_boxes: boxes, check_box: tick };
  const made = (makers[print.kind] ?? text)(cell, print, id);
  field.set = made.set;
  const isGroup = made.control.matches('[role]');
  const name = el(isGroup ? 'span' : 'label', { id: `name-${path}`, htmlFor: isGroup ? undefined : id, className: 'name' });
  if (isGroup) made.control.setAttribute('aria-labelledby', name.id);
  name.append(...nameOf(print));
  const need = needOf(cell, print);
  if (need) name.append(el('span', { className: `need ${need}` }, say(need), el('span', { className: 'filled', role: 'img', 'aria-label': say('filled'), textContent: '✓' })));
  const badges = el('span', { className: 'badges' });
  if (print.is_marked) badges.append(el('abbr', { title: say('marked'), textContent: '※' }));
  if (need === 'required') {
    const controls = isGroup ? [made.control] : made.control.matches('input, select, textarea') ? [made.control] : made.control.querySelectorAll('input, select, textarea');
    // A group of boxes cannot be required in the words of a screen reader; its name says it.
    for (const one of controls) if (one.getAttribute('role') !== 'group') one.setAttribute('aria-required', 'true');
  }
  const help = el('p', { className: 'help-of', id: `help-${path}`, textContent: print.on_form === 'printed' ? either(print.help, print.help_en) : '' });
  const answer = el('div', { className: 'answer' });
  const around = (text) => (text ? el('span', { textContent: text, lang: 'ja' }) : null);
  if (print.before || print.after) answer.append(el('span', { className: 'with-around' }, around(print.before), made.control, around(print.after)));
  else answer.append(made.control);
  answer.append(el('div', { className: 'messages', id: `why-${path}` }));
  for (const inner of cell.inside ?? []) answer.append(drawField(inner, null, true));
  answer.append(...besideFields(cell));
  // For the mouse; the key is F7, and a stop of the keyboard at each field would be one too many.
  const ask = button(say('consequences_of'), () => consequencesDialog(path), { className: 'quiet', tabIndex: -1 });
  const example = button(say('example'), () => showExample(path, help), { className: 'quiet', tabIndex: -1 });
  for (const control of made.control.matches('[aria-describedby]') ? [made.control] : made.control.querySelectorAll('[aria-describedby]')) {
    control.setAttribute('aria-describedby', `${help.id} why-${path}`);
  }
  field.append(el('div', { className: 'title' }, name, badges, tools), help, answer);
  if (!isInside) field.append(el('span', { className: 'asks' }, example, ask));
  made.set(cell);
  setMessages(field);
  return field;
}

/** Shows below the help what a published assessment says there, or takes it away. */
function showExample(path, help) {
  const shown = help.nextElementSibling;
  if (shown.matches('.example')) {
    shown.remove();
    return;
  }
  const { text: says, body } = ask({ example: { path } });
  const head = el('b', { textContent: says ? say('example_of', body) : say('example_none') });
  help.after(el('blockquote', { className: 'example', lang: 'ja', role: 'status' }, head, says ? `\n${says}` : ''));
}

/** Whether a field must be filled in, always or on a condition. Nothing is said of what the form prints inside another cell. */
function needOf({ path }, { need, on_form: onForm }) {
  if (onForm === 'beyond') return 'not_on_form';
  if (onForm !== 'printed' || !need) return '';
  const around = session.cells[session.index.get(path)]?.around ?? [];
  // In an empty row of the change table nothing must be filled in.
  return around.some((entry) => !entry.is_filled && entry.list === 'changes') ? 'voluntary' : need;
}

/** The printed name of a field, with its translation in English. */
function nameOf({ enumerator, label, label_en: english, item }) {
  const name = [el('span', { lang: 'ja', textContent: `${enumerator}${label || item}` })];
  if (!isJapanese && english) name.push(' ', el('span', { lang: 'en', className: 'en', textContent: english }));
  return name;
}

/** Shows a cell that changed, in the control that is there. */
function setField(cell) {
  const field = $(`field-${cell.path}`);
  field?.set(cell);
}

/** What somebody types is written after a pause and when the control is left, so that little is lost if the browser dies. */
const PAUSE = 700;

/** A control in which one types. */
function text(cell, print, id) {
  const { path } = cell;
  const isLong = print.kind === 'text';
  const hint = { date: say('date_hint'), number: say('number_hint') }[print.kind];
  const input = el(isLong ? 'textarea' : 'input', {
    id, title: hint, lang: 'ja', autocomplete: 'off', spellcheck: false, 'aria-describedby': `why-${path}`,
  });
  if (isLong) input.rows = 1;
  if (print.kind === 'number') input.inputMode = 'numeric';
  const other = print.kind === 'date' ? el('span', { className: 'other-era' }) : null;
  listenToTyping(input, (value) => write(path, value), () => {
    const now = cellAt(path);
    if (now && !session.refused.has(path)) set(now, true);
  });
  const set = (now, isForced = false) => {
    // Whoever types keeps what they typed, until they leave.
    if (document.activeElement === input && !isForced) return;
    input.value = session.refused.get(path)?.text ?? now.text;
    if (isLong && !CSS.supports('field-sizing', 'content')) input.rows = Math.max(1, input.value.split('\n').length);
    if (other) other.textContent = otherEra(now.text);
  };
  const control = other ? el('span', { className: 'with-era' }, input, other) : input;
  return { control, set };
}

/** Calls `write` after a pause in typing and when the control is left, and `leave` after that. */
function listenToTyping(input, write, leave) {
  let timer;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    write(input.value);
  };
  input.addEventListener('focus', () => { session.visit = (session.visit ?? 0) + 1; });
  input.addEventListener('input', (event) => {
    clearTimeout(timer);
    // Half a word of an input method is not an answer.
    if (!event.isComposing) timer = setTimeout(now, PAUSE);
  });
  input.addEventListener('compositionend', () => { timer = setTimeout(now, PAUSE); });
  input.addEventListener('change', now);
  input.addEventListener('blur', () => {
    if (timer !== undefined) now();
    leave();
  });
  input.flush = () => { if (timer !== undefined) now(); };
}

/** A day of a Japanese era in the other calendar: 「令和7年6月2日」 is 2025-06-02. */
function otherEra(shown) {
  const found = shown.match(/^(令和|平成|昭和)(元|\d+)年(?:(\d+)月(?:(\d+)日)?)?$/);
  if (!found) return '';
  const [, era, year, ...rest] = found;
  const first = { 令和: 2018, 平成: 1988, 昭和: 1925 }[era];
  const parts = [first + (year === '元' ? 1 : Number(year)), ...rest.filter(Boolean).map((part) => part.padStart(2, '0'))];
  return say('same_day', parts.join('-'));
}

const choiceLabel = ({ ordinal, label, en }) => `${ordinal ? `${ordinal}) ` : ''}${label}${!isJapanese && en ? ` (${en})` : ''}`;

/** One of several choices: buttons if they are few. */
function choice(cell, print, id) {
  if (print.choices.length > MOST_BUTTONS) return list(cell, print, id, false);
  const { path } = cell;
  const control = el('div', { id, role: 'radiogroup', className: 'radios', 'aria-describedby': `why-${path}` });
  // A choice that is none of the form, such as 「―」, is shown as what it is.
  const other = el('span', { className: 'as-is' });
  const clear = button(say('clear'), () => { write(path, ''); focusPath(path); }, { className: 'quiet', tabIndex: -1 });
  const inputs = print.choices.map((one) => {
    const input = el('input', { type: 'radio', name: id, value: one.code });
    input.addEventListener('change', () => write(path, one.code));
    control.append(el('label', {}, input, el('span', { lang: 'ja', textContent: choiceLabel(one) })));
    return input;
  });
  // The button is for the mouse: a button more in each field would double the way of the keyboard.
  control.addEventListener('keydown', (event) => {
    if (event.key === 'Delete' || event.key === 'Backspace') write(path, '');
  });
  control.setAttribute('aria-keyshortcuts', 'Delete');
  control.append(other, clear);
  const set = (now) => {
    inputs.forEach((input) => { input.checked = (now.chosen ?? []).includes(input.value); });
    const isOther = now.text !== '' && !(now.chosen ?? []).length;
    other.textContent = isOther ? now.text : '';
    clear.hidden = now.text === '';
  };
  return { control, set };
}

/** A list that opens. Of a band, an exact number may be written instead. */
function list(cell, print, id, hasNumber) {
  const { path } = cell;
  const select = el('select', { id, lang: 'ja', 'aria-describedby': `why-${path}` });
  select.append(el('option', { value: '', textContent: say('choose') }));
  for (const one of print.choices) select.append(el('option', { value: one.code, textContent: choiceLabel(one) }));
  const asIs = el('option', { value: 'as-is', hidden: true });
  select.append(asIs);
  const number = el('input', { id: `number-${path}`, 'aria-label': say('exact_label'), inputMode: 'numeric', hidden: true, className: 'count' });
  if (hasNumber) {
    select.append(el('option', { value: 'number', textContent: say('exact') }));
    listenToTyping(number, (value) => write(path, value), () => {
      const now = cellAt(path);
      if (now && !session.refused.has(path)) set(now);
    });
  }
  select.addEventListener('change', () => {
    if (select.value === 'number') {
      number.hidden = false;
      number.value = '';
      number.focus();
    } else if (select.value !== 'as-is') {
      number.hidden = true;
      write(path, select.value);
    }
  });
  const set = (now) => {
    if (document.activeElement === number) return;
    const typed = session.refused.get(path)?.text ?? now.text;
    const chosen = session.refused.has(path) ? '' : now.chosen?.[0];
    const isNumber = hasNumber && /\d/.test(typed) && !chosen;
    number.hidden = !isNumber;
    if (isNumber) number.value = typed;
    asIs.textContent = typed;
    asIs.hidden = chosen !== undefined || typed === '' || isNumber;
    select.value = chosen || (isNumber ? 'number' : typed === '' ? '' : 'as-is');
  };
  return { control: hasNumber ? el('span', { className: 'band-and-number' }, select, number) : select, set };
}

const band = (cell, print, id) => list(cell, print, id, true);

/** A group of boxes. */
function boxes(cell, print, id) {
  const { path } = cell;
  const control = el('div', { id, role: 'group', className: 'boxes', 'aria-describedby': `why-${path}` });
  let group;
  let inside = control;
  const inputs = print.choices.map((one) => {
    if (one.group && one.group !== group) {
      group = one.group;
      const title = el('span', { className: 'box-group', lang: 'ja', textContent: group });
      inside = el('div', { role: 'group', 'aria-label': group, className: 'boxes' });
      control.append(title, inside);
    }
    const input = el('input', { type: 'checkbox', value: one.code });
    const unknown = el('span', { className: 'as-is' });
    input.addEventListener('change', () => {
      input.indeterminate = false;
      write(path, inputs.flatMap(({ box }) => (box.checked ? [box.value] : box.indeterminate ? [`${box.value}?`] : [])));
    });
    inside.append(el('label', {}, input, el('span', { lang: 'ja', textContent: choiceLabel(one) }), unknown));
    return { box: input, unknown };
  });
  const set = (now) => {
    for (const { box, unknown } of inputs) {
      box.checked = (now.chosen ?? []).includes(box.value);
      // A copy that does not show whether the box is ticked.
      box.indeterminate = (now.unknown ?? []).includes(box.value);
      unknown.textContent = box.indeterminate ? say('box_unknown') : '';
    }
  };
  return { control, set };
}

/** A single box. */
function tick(cell, print, id) {
  const { path } = cell;
  const input = el('input', { type: 'checkbox', id, 'aria-describedby': `why-${path}` });
  input.addEventListener('change', () => write(path, input.checked ? '○' : ''));
  const set = (now) => {
    input.checked = now.text === '○';
    input.indeterminate = now.state === 'not_known' || now.text === '？';
  };
  return { control: input, set };
}
