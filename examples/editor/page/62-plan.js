// What must be done because something happens to the affair: by whom, in which form, by when, and why.

/** What each event asks for, besides its day. */
const ASKS = {
  change: ['on', 'system', 'facts', 'urgent', 'minor'],
  hold: ['on', 'system', 'facts', 'urgent'],
  facts: ['on', 'facts'],
  incident: ['on', 'known', 'scope'],
  end: ['on'],
};

/** The control for a field of the request that was refused. */
const CONTROLS = {
  on: 'event-on', known: 'event-known', system: 'event-system-from', population: 'event-population', handlers: 'event-handlers',
  as_of: 'plan-day', body: 'event-body',
};

function planDialog() {
  document.activeElement?.flush?.();
  dialog(say('plan'), (box, close) => {
    const result = el('div', { 'aria-live': 'polite' });
    const kinds = about.happenings.filter(({ code }) => ASKS[code]);
    const kind = selectOf('event', kinds.map(({ code, label, label_en: english }) => [code, either(label, english)]));
    kind.value = 'change';
    const body = bodySelect();
    const input = (id, props = {}) => el('input', { id, autocomplete: 'off', size: 16, ...props });
    const fields = {
      on: [input('event-on', { title: say('date_hint') })],
      known: [input('event-known', { title: say('date_hint') })],
      system: [systemSelect(), input('event-system-from', { title: say('date_hint'), 'aria-label': say('event_system_from') })],
      facts: [input('event-population', { placeholder: say('population') }), input('event-handlers', { placeholder: say('handlers') })],
      scope: [scopeSelect()],
      urgent: [input('event-urgent', { type: 'checkbox' })],
      minor: [input('event-minor', { type: 'checkbox' })],
    };
    for (const one of fields.facts) one.setAttribute('aria-label', one.placeholder);
    const asOf = input('plan-day', { value: today(), title: say('date_hint') });
    const rows = Object.entries(fields).map(([key, inputs]) =>
      el('div', { className: 'ask', 'data-ask': key }, el('label', { htmlFor: inputs[0].id, textContent: say(`event_${key}`) }), ...inputs));
    const older = olderChooser(() => {});
    const all = [kind, body, asOf, ...Object.values(fields).flat()];
    restorePlan(all);
    const arrange = () => {
      for (const row of rows) row.hidden = !ASKS[kind.value].includes(row.dataset.ask);
      older.hidden = kind.value !== 'change';
      fields.system[1].hidden = fields.system[0].value !== 'from';
    };
    for (const one of all) one.addEventListener('input', () => { keepPlan(all); arrange(); });
    arrange();
    const work = () => {
      clearRefused(box);
      keepPlan(all);
      session.plan.isAsked = true;
      try {
        result.replaceChildren(...planned(askForPlan(kind.value, fields, asOf.value, body.value), close));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        result.replaceChildren();
        showInDialog(error.text(), $(CONTROLS[error.fault.field]));
      }
    };
    box.append(
      el('p', { textContent: say('plan_text') }),
      el('div', { className: 'ask' }, el('label', { htmlFor: kind.id, textContent: say('event') }), kind),
      el('div', { className: 'ask' }, el('label', { htmlFor: body.id, textContent: say('body_kind') }), body),
      older, ...rows, papersChooser(),
      el('div', { className: 'ask' }, el('label', { htmlFor: asOf.id, textContent: say('plan_day') }), asOf),
      el('p', { className: 'answers' }, button(say('plan_do'), work)), result,
    );
    // Whoever followed a reason to its field finds the procedure again.
    if (session.plan?.isAsked) setTimeout(work);
  }, 'large');
}

/** Keeps what was entered, for as long as the document is open. */
function keepPlan(controls) {
  const entered = controls.map((one) => [one.id, one.type === 'checkbox' ? one.checked : one.value]);
  session.plan = { ...session.plan, entered: Object.fromEntries(entered) };
}

function restorePlan(controls) {
  for (const one of controls) {
    const was = session.plan?.entered[one.id];
    if (was !== undefined) one[one.type === 'checkbox' ? 'checked' : 'value'] = was;
  }
}

/** The kind of the body. Nothing is chosen beforehand: then the procedures of both are shown. */
const bodySelect = () => selectOf('event-body', bodyKinds());

const bodyKinds = () => [['', say('body_both')], ['local_government', say('body_local')], ['administrative_organ', say('body_organ')]];

const systemSelect = () => selectOf('event-system', [['not_known', say('not_known_yet')], ['none', say('system_none')], ['from', say('system_from')]]);

const scopeSelect = () =>
  selectOf('event-scope', [['specific_personal_information', say('scope_specific')], ['personal_information', say('scope_personal')]]);

/** The other papers of the affair: its basic-item assessment beside a deeper one. */
function papersChooser() {
  session.papers ??= [];
  const list = el('ul');
  const draw = () => list.replaceChildren(...session.papers.map((paper, at) => {
    const forget = () => {
      session.papers = session.papers.filter((one) => one !== paper);
      draw();
      focusAfter(list.querySelectorAll('button'), at, choose);
    };
    const item = el('li', {}, `${paper.name} `, button(say('remove'), forget, { className: 'quiet', 'aria-label': say('remove_this', paper.name) }));
    item.append(...strangeness(paper));
    return item;
  }));
  const file = el('input', { type: 'file', id: 'papers', accept: '.json,.html,application/json,text/html', multiple: true, hidden: true });
  const choose = button(say('choose_file'), () => file.click(), { id: 'papers-choose' });
  file.addEventListener('change', async () => {
    for (const one of [...file.files]) {
      const text = await readable(one);
      if (text !== undefined) session.papers.push({ name: one.name, text });
    }
    file.value = '';
    draw();
  });
  draw();
  return el('div', { className: 'ask' }, el('label', { htmlFor: choose.id, textContent: say('papers') }), choose, file, list);
}

/** How a paper differs in body or affair from the open document. */
const strangersOf = (text) => withDocument(text, (number) => ask({ strangers: { documents: [session.number, number] } }).strangers);

/** A warning if a paper is of another body or affair than the document. */
function strangeness({ text }) {
  const strangers = strangersOf(text);
  if (!strangers.length) return [];
  const why = strangers.map(({ ja, en }) => el('li', { textContent: either(ja, en) }));
  return [el('p', { className: 'message warning', role: 'alert', textContent: say('stranger') }), el('ul', { className: 'message warning' }, ...why)];
}

/** Sends the request. Every paper is open in the module only for this. */
function askForPlan(kind, fields, asOf, body) {
  const value = (key, at = 0) => fields[key][at].value.trim() || undefined;
  const facts = value('facts') || value('facts', 1) ? { population: value('facts'), handlers: value('facts', 1) } : undefined;
  const system = value('system') === 'from' ? { from: value('system', 1) ?? '' } : value('system');
  const common = { on: value('on'), system, facts, is_urgent: fields.urgent[0].checked };
  const happening = {
    change: () => ({ change: { new: session.number, ...common, is_minor: fields.minor[0].checked } }),
    hold: () => ({ hold: common }),
    facts: () => ({ facts: { facts: facts ?? {}, on: value('on') } }),
    incident: () => ({ incident: { incident: { date: value('on') ?? '', known: value('known'), scope: value('scope') } } }),
    end: () => ({ end: { on: value('on') ?? '' } }),
  }[kind]();
  const papers = session.papers.map(({ text }) => text);
  const withAll = ([text, ...rest], numbers) => {
    if (text === undefined) return ask({ plan: { documents: numbers, as_of: asOf, body: body || undefined, happening } });
    return withDocument(text, (number) => withAll(rest, [...numbers, number]));
  };
  return kind === 'change' ? withAll([olderText(), ...papers], []) : withAll(papers, [session.number]);
}
