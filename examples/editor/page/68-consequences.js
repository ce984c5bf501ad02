// What follows if a field is changed, before it is.

/** Asks what follows if the field of a path says something else. */
function consequencesDialog(path) {
  document.activeElement?.flush?.();
  const cell = cellAt(path);
  if (!cell) return;
  const { choices, kind } = printOf(path);
  dialog(say('consequences'), (box, close) => {
    const isChoice = choices.length > 0 && kind !== 'check_boxes';
    const other = isChoice
      ? selectOf('consequence-text', choices.map((one) => [one.code, choiceLabel(one)]))
      : el('textarea', { id: 'consequence-text', lang: 'ja', rows: 4, value: cell.text });
    if (isChoice) other.value = cell.chosen?.[0] ?? '';
    const on = el('input', { id: 'consequence-on', autocomplete: 'off', size: 16, title: say('date_hint') });
    const body = selectOf('consequence-body', bodyKinds());
    const result = el('div', { 'aria-live': 'polite' });
    const work = () => {
      clearRefused(box);
      try {
        result.replaceChildren(...followed(askForConsequences(path, other.value, on.value.trim(), body.value), close));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        result.replaceChildren();
        showInDialog(error.text(), error.fault.field === 'on' ? on : other);
      }
    };
    const put = button(say('consequences_put'), () => { close(); write(path, other.value); focusPath(path); });
    const asks = [[other, 'consequences_text'], [on, 'consequences_on'], [body, 'body_kind']];
    const rows = asks.map(([control, key]) => el('div', { className: 'ask' }, el('label', { htmlFor: control.id, textContent: say(key) }), control));
    box.append(el('p', { textContent: placeOf(cellAt(cellFor(path))) }), ...rows,
      el('p', { className: 'answers' }, button(say('consequences_do'), work, { className: 'primary' }), put), result);
  }, 'large');
}

/** Sends the request. The other papers of the affair are open in the module only for this. */
function askForConsequences(path, text, on, body) {
  const request = { document: session.number, path, text, on: on || undefined, as_of: today(), body: body || undefined };
  const withAll = ([paper, ...rest], papers) => {
    if (paper === undefined) return ask({ consequences: { ...request, papers } });
    return withDocument(paper.text, (number) => withAll(rest, [...papers, number]));
  };
  return withAll(session.papers, []);
}

function followed(reply, close) {
  const { is_changed: isChanged, is_marked: isMarked, opened, findings, before, after, disagreements, planned: plan } = reply;
  if (!isChanged) return [el('p', { textContent: say('consequences_none') })];
  const word = (both) => either(both.ja, both.en);
  const list = (title, items) => [el('h3', { textContent: `${say(title)}${items.length ? '' : `${colon()}${say('none')}`}` }), ...(items.length ? [el('ul', {}, ...items)] : [])];
  const link = (path, text) => {
    const one = el('a', { href: '#', textContent: text, lang: 'ja' });
    one.addEventListener('click', (event) => { event.preventDefault(); close(); focusPath(path); });
    return el('li', {}, one);
  };
  const isSame = word(before) === word(after);
  const judged = isMarked ? [...new Set(plan.plan.to_judge.map(({ question_label: asked }) => labelled(plan, asked)))] : [];
  return [
    el('p', { className: isMarked ? 'message warning' : 'message note', textContent: say(isMarked ? 'consequences_marked' : 'consequences_unmarked') }),
    ...(judged.length ? [el('ul', {}, ...judged.map((textContent) => el('li', { textContent })))] : []),
    ...list('consequences_opened', opened.map(({ path }) => link(path, nameOfPath(path)))),
    ...list('consequences_findings', findings.map(({ ja, en, path }) => link(path, either(ja, en)))),
    el('h3', { textContent: say('threshold') }),
    el('p', { textContent: isSame ? say('consequences_same', word(after)) : `${word(before)} → ${word(after)}` }),
    ...list('consequences_papers', disagreements.map((one) => el('li', { textContent: word(one) }))),
    ...planned(plan, close),
  ];
}
