// The first screen: which form is needed, and how to begin.

/** The facts of the threshold determination, as they were entered here. */
let entered = { population: '', handlers: '', incident: '' };

function startScreen() {
  document.body.classList.add('no-document');
  const box = el('div', { className: 'start' }, el('h2', { textContent: say('title') }), el('p', { textContent: say('start_text') }));
  const cards = el('div', { className: 'cards' });
  const draw = (needed) => cards.replaceChildren(...['basic_item', 'key_item', 'all_item'].map((kind) => card(kind, needed)));
  draw([]);
  const openings = el('p', { className: 'answers' },
    button(say('open_file'), chooseFile, { className: 'primary' }), button(say('sample'), openSample), button(say('older_forms'), newDialog));
  box.append(openings, el('h3', { textContent: say('which_form') }), factsAsked(draw), cards, draftList());
  $('form').replaceChildren(box);
}

/** A form: what it is for, and a button that begins one. */
function card(kind, needed) {
  const { code, kind_label: label, label: edition } = about.editions.find((one) => one.kind === kind && one.is_latest);
  const name = labelled(about, label);
  const create = button(say('create_this', name), () => leave(() => beginNew(code, entered)), { className: needed.includes(kind) ? 'primary' : '' });
  const box = el('section', { className: needed.includes(kind) ? 'card needed' : 'card' }, el('h3', { textContent: `${name}（${edition}）` }));
  if (needed.includes(kind)) box.append(el('b', { textContent: say('card_needed') }));
  box.append(el('p', { textContent: say(`card_${kind}`) }), create);
  return box;
}

/** The three facts, and what follows from them. Calls `changed` with the forms that are needed. */
function factsAsked(changed) {
  const result = el('output', { id: 'facts-result' });
  const input = (key) => el('input', { id: `facts-${key}`, value: entered[key], inputMode: 'numeric', autocomplete: 'off', size: 10 });
  const incident = selectOf('facts-incident', [['', say('not_known_yet')], ['no', say('incident_no')], ['yes', say('incident_yes')]]);
  incident.value = entered.incident;
  const [population, handlers] = [input('population'), input('handlers')];
  const work = () => {
    entered = { population: population.value.trim(), handlers: handlers.value.trim(), incident: incident.value };
    const facts = Object.fromEntries(Object.entries(entered).map(([key, text]) => [key, text || null]));
    if (!Object.values(entered).some(Boolean)) {
      result.textContent = '';
      changed([]);
      return;
    }
    try {
      const { determination } = ask({ determine: { facts } });
      const { required, required_label: label, possible_labels: possible } = determination;
      result.textContent = required ? labelled(about, label) : say('facts_open', possible.map((text) => labelled(about, text)).join(say('or')));
      changed(required ? ['basic_item', 'key_item', 'all_item'].filter((kind) => required.includes(kind)) : []);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      result.textContent = error.text();
      changed([]);
    }
  };
  // While one types, and not when one leaves: a click on a button must find it in its place.
  for (const one of [population, handlers, incident]) one.addEventListener('input', work);
  const asked = [[population, 'facts_population'], [handlers, 'facts_handlers'], [incident, 'facts_incident']];
  const labels = asked.map(([control, key]) => el('label', { htmlFor: control.id }, say(key), control));
  return el('form', { className: 'facts', onsubmit: (event) => event.preventDefault() }, ...labels, result);
}
