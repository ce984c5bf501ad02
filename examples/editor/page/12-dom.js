// Small helpers for the page.

const $ = (id) => document.getElementById(id);

/** Makes an element. Properties that begin with `aria` or `data`, and `role`, become attributes. */
function el(tag, props = {}, ...inside) {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue;
    if (name in one && !name.startsWith('aria')) one[name] = value;
    else one.setAttribute(name, value);
  }
  one.append(...inside.filter((part) => part !== null && part !== undefined));
  return one;
}

/** A button with a word of the page. */
function button(label, action, props = {}) {
  const one = el('button', { type: 'button', textContent: label, ...props });
  one.addEventListener('click', action);
  return one;
}

/** Says something to a screen reader, without moving the focus. The same text twice is said twice. */
function announce(text) {
  $('status').textContent = '';
  setTimeout(() => { $('status').textContent = text; }, 50);
}

/** Shows something that went wrong, until it is closed. */
function alarm(title, detail = '') {
  const close = button(say('close'), () => $('alert').replaceChildren());
  $('alert').replaceChildren(el('div', { className: 'alarm' }, el('strong', { textContent: title }), el('p', { textContent: detail }), close));
}

/** A modal dialog. `fill` gets it and its function to close it. The browser returns the focus to where it was. A closed dialog leaves the page
 * at once, so that no second one has its identifiers. The event `close` comes later; it is for what closes without asking. */
function dialog(title, fill, className = '') {
  const id = `dialog-${Date.now()}`;
  const box = el('dialog', { className, 'aria-labelledby': id });
  const close = () => { box.close(); box.remove(); };
  const head = el('header', {}, el('h2', { id, textContent: title }), button(say('close'), close, { className: 'quiet' }));
  box.append(head);
  fill(box, close);
  // The same event of a control for files inside reaches the dialog too.
  box.addEventListener('cancel', ({ target }) => { if (target === box) close(); });
  box.addEventListener('close', () => box.remove());
  // The first field has the focus, or the first answer, and not the button that closes.
  const first = box.querySelector('select, textarea, input:not([hidden], [type=file])') ?? box.querySelector('.answers button');
  first?.setAttribute('autofocus', '');
  document.body.append(box);
  box.showModal();
  return box;
}

/** Moves the focus on after the entry at this place of a list went: to the control that is there now, the last one, or another. */
function focusAfter(controls, at, otherwise) {
  (controls[Math.min(at, controls.length - 1)] ?? otherwise)?.focus();
}

/** Asks before something that loses work. Each answer is a word and what it does. */
function question(text, answers) {
  dialog(say('title'), (box, close) => {
    const row = el('p', { className: 'answers' });
    for (const [word, action] of answers) row.append(button(word, () => { close(); action(); }));
    row.append(button(say('cancel'), close));
    box.append(el('p', { textContent: text }), row);
  });
}

/** A list that opens, of values and what they are called. */
const selectOf = (id, options) => el('select', { id }, ...options.map(([value, textContent]) => el('option', { value, textContent })));

/** A file that the browser downloads. */
function download(text, name, type = 'application/json') {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Today as the module reads days. */
function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A time of day, for people. */
function clock(date) {
  return date.toLocaleTimeString(isJapanese ? 'ja-JP' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
}
