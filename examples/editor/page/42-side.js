// The panels beside the form: the threshold, the findings, what is to fill in, and what can be taken over.

/** Which severities and which needs are listed. */
const listed = { error: true, warning: true, note: true, required: true, conditional: true, voluntary: false };

/** Shows the panels again. Only what changed is drawn, so that an open list stays open. */
function showSide() {
  const side = $('side');
  if (!side.firstElementChild) {
    for (const id of ['threshold', 'findings', 'to-fill', 'suggestions']) side.append(el('section', { id: `${id}-panel` }));
  }
  panel('threshold-panel', [session.check.threshold, session.settings.exemption, cellAt('threshold.result')?.text], thresholdPanel);
  panel('findings-panel', [session.check.findings, session.check.as_of, listed, session.check.is_cut, session.isQuiet && requiredLeft()], findingsPanel);
  panel('to-fill-panel', [session.check.to_fill, listed], toFillPanel);
  panel('suggestions-panel', [session.check.to_fill.filter(({ suggestions }) => suggestions?.length), session.check.edition], suggestionsPanel);
  showBadges();
}

/** Whether the mouse is pressed, and whether panels wait for its release. */
let isPressed = false;

function listenToPresses() {
  document.addEventListener('pointerdown', () => { isPressed = true; }, true);
  for (const end of ['pointerup', 'pointercancel']) {
    document.addEventListener(end, () => setTimeout(() => {
      const isWaiting = isPressed === 'redraw';
      isPressed = false;
      if (isWaiting && session.number) showSide();
    }), true);
  }
}

/** Draws a panel if what it shows is not what it showed last. */
function panel(id, shows, draw) {
  const one = $(id);
  const now = JSON.stringify([isJapanese, shows]);
  if (one.shows === now) return;
  // What is pressed stays in its place until it is released: a field that is left just then changes the panels.
  if (isPressed) {
    isPressed = 'redraw';
    return;
  }
  one.shows = now;
  const focus = one.contains(document.activeElement) ? focusedPlace() : undefined;
  draw(one);
  if (focus) focusPlace(focus);
}

function thresholdPanel(one) {
  const { determination, ja, en } = session.check.threshold;
  const isDecided = determination.required !== null && determination.required !== undefined;
  const label = (text) => labelled(about, text);
  const result = el('p', { className: `result ${isDecided ? '' : 'open'}` });
  result.textContent = isDecided ? label(determination.required_label) : say('threshold_open');
  one.replaceChildren(el('h2', { textContent: say('threshold') }), result);
  if (!isDecided) {
    if (determination.open_labels.length) one.append(el('p', { textContent: say('open_facts', determination.open_labels.map(label).join(say('comma'))) }));
    one.append(el('p', { textContent: say('possible') }));
    one.append(el('ul', {}, ...determination.possible_labels.map((text) => el('li', { textContent: label(text) }))));
  }
  const printed = cellAt('threshold.result');
  if (isDecided && printed && !printed.chosen?.includes(determination.required)) {
    one.append(button(say('put_result'), () => write('threshold.result', determination.required), { id: 'put-result' }));
  }
  const why = el('details', { id: 'threshold-why', open: $('threshold-why')?.open ?? false });
  why.append(el('summary', { id: 'threshold-why-head', textContent: say('grounds') }));
  for (const line of either(ja, en).split('\n')) why.append(el('p', { textContent: line }));
  one.append(why);
  const ways = headroomOf(determination.headroom);
  if (ways.length) {
    one.append(el('h3', { textContent: say('headroom') }), el('ul', {}, ...ways.map((text) => el('li', { textContent: text }))));
  }
  const exemptions = about.exemptions.map(({ code, label, label_en: english }) => [code, either(label, english)]);
  const select = selectOf('exemption', [['', say('none')], ...exemptions]);
  select.value = session.settings.exemption ?? '';
  select.addEventListener('change', () => checkWith({ exemption: select.value || undefined }));
  one.append(el('label', { htmlFor: 'exemption', textContent: say('exemption') }), select);
}

/** How far each fact is from another result. */
function headroomOf(headroom) {
  if (!headroom) return [];
  const ways = [];
  const possible = (labels) => labels.map((text) => labelled(about, text)).join(say('or'));
  for (const way of ['more_people', 'fewer_people', 'more_handlers', 'fewer_handlers']) {
    const end = headroom[way];
    if (!end) continue;
    const { min, max } = end.by;
    const by = min === max ? say('people', min) : say('people_range', say('people', min), max === null || max === undefined ? '' : say('people', max));
    ways.push(`${say(way)}${colon()}${say('at', say('people', end.at), by)} → ${possible(end.possible_labels ?? [])}`);
  }
  if (headroom.incident?.length) ways.push(`${say('incident_changes')} → ${possible(headroom.incident_labels)}`);
  return ways;
}

/** Checks again, for another day or exemption. */
function checkWith(settings) {
  const next = { ...session.settings, ...settings };
  try {
    show(ask({ check: { document: session.number, today: today(), ...next } }));
    session.settings = next;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    alarm(say('as_of'), error.text());
  }
}

/** A row of boxes that choose what a list shows, with the numbers of each. */
function filters(names, countOf) {
  const row = el('fieldset', { className: 'filters' }, el('legend', { textContent: say('show') }));
  for (const name of names) {
    const box = el('input', { type: 'checkbox', id: `filter-${name}`, checked: listed[name] });
    box.addEventListener('change', () => { listed[name] = box.checked; showSide(); });
    row.append(el('label', { className: name }, box, countOf(name)));
  }
  return row;
}

function findingsPanel(one) {
  const { findings, is_cut: isCut, as_of: asOf } = session.check;
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  one.replaceChildren(el('h2', { textContent: say('findings'), id: 'findings-head' }));
  const day = el('input', { id: 'as-of', value: asOf, size: 12, title: say('date_hint'), autocomplete: 'off' });
  day.addEventListener('change', () => checkWith({ as_of: day.value.trim() || undefined }));
  one.append(el('p', {}, el('label', { htmlFor: 'as-of', textContent: say('as_of') }), ' ', day));
  if (!session.settings.as_of && asOf !== today()) {
    one.append(el('p', { textContent: say('as_of_own') }), button(say('as_of_today'), () => checkWith({ as_of: today() })));
  }
  const left = requiredLeft();
  if (session.isQuiet && left) one.append(el('p', { textContent: say('left', left) }), button(say('check_all'), askForFindings, { id: 'check-all' }));
  else if (count('error') === 0) one.append(el('p', { className: 'good', textContent: say('no_errors') }));
  if (isCut) one.append(el('p', { className: 'message warning', textContent: say('cut') }));
  one.append(filters(SEVERITIES, (severity) => say(`${severity}s`, count(severity))));
  const list = el('ol', { className: 'list', 'aria-labelledby': 'findings-head' });
  const worstFirst = SEVERITIES.flatMap((severity) => findings.map((finding, index) => ({ finding, index })).filter((one) => one.finding.severity === severity));
  for (const { finding, index } of worstFirst) {
    if (!listed[finding.severity]) continue;
    const item = el('li', { className: finding.severity, id: `finding-${index}`, tabIndex: -1 });
    const link = el('a', { href: '#', id: `finding-link-${index}` });
    link.append(el('b', { textContent: `${say(finding.severity)} ` }), either(finding.ja, finding.en));
    link.addEventListener('click', (event) => { event.preventDefault(); focusPath(finding.path); });
    item.append(link);
    if (finding.other) {
      const other = el('a', { href: '#', className: 'other', textContent: say('other_end', nameOfPath(finding.other.path)) });
      other.addEventListener('click', (event) => { event.preventDefault(); focusPath(finding.other.path); });
      item.append(other);
    }
    if (finding.source) item.append(el('small', { lang: 'ja', textContent: finding.source }));
    list.append(item);
  }
  one.append(list);
}

/** How many required fields are open. */
const requiredLeft = () => session.check.to_fill.filter(({ need }) => need === 'required').length;

/** Moves the focus from a field to its finding in the list. */
function focusFinding(index) {
  const { severity } = session.check.findings[index];
  if (!listed[severity]) {
    listed[severity] = true;
    showSide();
  }
  document.body.classList.add('side-open');
  $(`finding-${index}`).scrollIntoView({ block: 'center' });
  $(`finding-link-${index}`).focus({ preventScroll: true });
}

/** Goes to the next or the previous finding that is listed. */
function stepFinding(by) {
  // In the order of the list: the worst first.
  const shown = SEVERITIES.flatMap((worst) => session.check.findings.filter(({ severity }) => severity === worst && listed[severity]));
  if (!shown.length) return announce(session.isQuiet && requiredLeft() ? say('left', requiredLeft()) : say('no_errors'));
  session.step = ((session.step ?? (by > 0 ? -1 : 0)) + by + shown.length) % shown.length;
  focusPath(shown[session.step].path);
  return announce(either(shown[session.step].ja, shown[session.step].en));
}

/** The name of a field that may not be on the screen, such as one of a block that is still empty. */
function nameOfPath(path) {
  const shown = session.index.has(path) ? path : cellFor(path);
  return shown ? placeOf(cellAt(shown)) : path;
}

function toFillPanel(one) {
  const open = session.check.to_fill;
  const count = (need) => open.filter((item) => item.need === need).length;
  one.replaceChildren(el('h2', { textContent: say('to_fill'), id: 'to-fill-head' }));
  one.append(filters(['required', 'conditional', 'voluntary'], (need) => say('count_of', say(need), count(need))));
  if (count('required') === 0) one.append(el('p', { className: 'good', textContent: say('all_filled') }));
  const list = el('ol', { className: 'list', 'aria-labelledby': 'to-fill-head' });
  for (const item of open.filter(({ need }) => listed[need])) {
    const link = el('a', { href: '#', lang: 'ja', textContent: nameOfPath(item.path) });
    link.addEventListener('click', (event) => { event.preventDefault(); focusPath(item.path); });
    list.append(el('li', { className: item.need }, link));
  }
  one.append(list);
}

/** Goes to the next field after the focus that must be filled in. */
function stepToFill() {
  const open = session.check.to_fill.filter(({ need, path }) => need !== 'voluntary' && session.index.has(path));
  if (!open.length) return announce(say('all_filled'));
  const here = document.activeElement?.closest('.field')?.path;
  const now = here === undefined ? -1 : session.index.get(here);
  const next = open.find(({ path }) => path !== here && session.index.get(path) > now) ?? open[0];
  return focusPath(next.path);
}

/** What other forms ask elsewhere: each is taken over by itself. */
function suggestionsPanel(one) {
  one.replaceChildren();
  if (!session.check.to_fill.some(({ suggestions }) => suggestions?.length)) return;
  const { suggestions } = ask({ suggestions: { document: session.number } });
  one.append(el('h2', { textContent: say('suggestions') }), el('p', { textContent: say('suggestions_text') }));
  const list = el('ol', { className: 'list' });
  for (const { path, number, label, label_en: english, text: suggested, from } of suggestions) {
    const name = `${number} ${either(label, english)}`;
    const link = el('a', { href: '#', lang: 'ja', textContent: `${number} ${label}` });
    link.addEventListener('click', (event) => { event.preventDefault(); focusPath(path); });
    const item = el('li', {}, link);
    for (const one of from) item.append(el('blockquote', { lang: 'ja', textContent: one.text, title: one.path }));
    if (suggested === null) item.append(el('p', { textContent: say('no_agreement') }));
    else item.append(button(say('take_over'), () => takeOver(path, name), { 'aria-label': `${say('take_over')}：${name}` }));
    list.append(item);
  }
  one.append(list);
}

function takeOver(path, name) {
  change({ adopt: { document: session.number, path } }, { remove: { document: session.number, path } });
  focusPath(path);
  announce(say('taken_over', name));
}
