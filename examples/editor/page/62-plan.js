// What must be done because something happens to the affair: by whom, in which form, by when, and why.

/** What each event asks for, besides its day. */
const ASKS = {
  change: ['on', 'system', 'facts', 'urgent'],
  hold: ['on', 'system', 'facts', 'urgent'],
  facts: ['on', 'facts'],
  incident: ['on', 'known', 'scope'],
  end: ['on'],
};

function planDialog() {
  document.activeElement?.flush?.();
  dialog(say('plan'), (box) => {
    const result = el('div', { 'aria-live': 'polite' });
    const kinds = about.happenings.filter(({ code }) => ASKS[code]);
    const kind = el('select', { id: 'event', lang: 'ja' }, ...kinds.map(({ code, label }) => el('option', { value: code, textContent: label })));
    kind.value = 'change';
    const body = bodySelect();
    const input = (id, props = {}) => el('input', { id, autocomplete: 'off', size: 16, ...props });
    const fields = {
      on: [input('event-on', { title: say('date_hint') })],
      known: [input('event-known', { title: say('date_hint') })],
      system: [systemSelect(), input('event-system-from', { title: say('date_hint'), 'aria-label': say('event_system_from'), hidden: true })],
      facts: [input('event-population', { placeholder: say('population') }), input('event-handlers', { placeholder: say('handlers') })],
      scope: [scopeSelect()],
      urgent: [input('event-urgent', { type: 'checkbox' })],
    };
    for (const one of fields.facts) one.setAttribute('aria-label', one.placeholder);
    const [system, from] = fields.system;
    system.addEventListener('change', () => { from.hidden = system.value !== 'from'; });
    const rows = Object.entries(fields).map(([key, inputs]) =>
      el('div', { className: 'ask', 'data-ask': key }, el('label', { htmlFor: inputs[0].id, textContent: say(`event_${key}`) }), ...inputs));
    const older = olderChooser(() => {});
    const arrange = () => {
      for (const row of rows) row.hidden = !ASKS[kind.value].includes(row.dataset.ask);
      older.hidden = kind.value !== 'change';
    };
    kind.addEventListener('change', arrange);
    arrange();
    const asOf = input('plan-day', { value: today(), title: say('date_hint') });
    const work = button(say('plan_do'), () => {
      box.querySelector('.alarm')?.remove();
      try {
        result.replaceChildren(...planned(askForPlan(kind.value, fields, asOf.value, body.value), () => box.close()));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        result.replaceChildren();
        showInDialog(error.text());
      }
    });
    box.append(
      el('p', { textContent: say('plan_text') }),
      el('div', { className: 'ask' }, el('label', { htmlFor: kind.id, textContent: say('event') }), kind),
      el('div', { className: 'ask' }, el('label', { htmlFor: body.id, textContent: say('body_kind') }), body),
      older, ...rows, papersChooser(),
      el('div', { className: 'ask' }, el('label', { htmlFor: asOf.id, textContent: say('plan_day') }), asOf),
      el('p', { className: 'answers' }, work), result,
    );
  }, 'large');
}

/** The kind of the body. Nothing is chosen beforehand: then the procedures of both are shown. */
function bodySelect() {
  const kinds = [['', say('body_both')], ['local_government', say('body_local')], ['administrative_organ', say('body_organ')]];
  const select = el('select', { id: 'event-body' }, ...kinds.map(([value, textContent]) => el('option', { value, textContent })));
  select.value = session.body ?? '';
  select.addEventListener('change', () => { session.body = select.value; });
  return select;
}

function systemSelect() {
  const options = [['not_known', say('not_known_yet')], ['none', say('system_none')], ['from', say('system_from')]];
  return el('select', { id: 'event-system' }, ...options.map(([value, textContent]) => el('option', { value, textContent })));
}

function scopeSelect() {
  const options = [['specific_personal_information', '特定個人情報'], ['personal_information', '個人情報']];
  return el('select', { id: 'event-scope', lang: 'ja' }, ...options.map(([value, textContent]) => el('option', { value, textContent })));
}

/** The other papers of the affair: its basic-item assessment beside a deeper one. */
function papersChooser() {
  session.papers ??= [];
  const list = el('ul');
  const draw = () => list.replaceChildren(...session.papers.map((paper) => {
    const forget = () => { session.papers = session.papers.filter((one) => one !== paper); draw(); };
    const item = el('li', {}, `${paper.name} `, button(say('remove'), forget, { className: 'quiet', 'aria-label': say('remove_this', paper.name) }));
    item.append(...strangeness(paper));
    return item;
  }));
  const file = el('input', { type: 'file', id: 'papers', accept: '.json,application/json', multiple: true, hidden: true });
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

/** A warning if a paper is of another body or affair than the document. */
function strangeness({ text }) {
  const { strangers } = withDocument(text, (number) => ask({ strangers: { documents: [session.number, number] } }));
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
    change: () => ({ change: { new: session.number, ...common } }),
    hold: () => ({ hold: common }),
    facts: () => ({ facts: { facts: facts ?? {}, on: value('on') } }),
    incident: () => ({ incident: { incident: { date: value('on'), known: value('known'), scope: value('scope') } } }),
    end: () => ({ end: { on: value('on') ?? '' } }),
  }[kind]();
  const papers = session.papers.map(({ text }) => text);
  const withAll = ([text, ...rest], numbers) => {
    if (text === undefined) return ask({ plan: { documents: numbers, as_of: asOf, body: body || undefined, happening } });
    return withDocument(text, (number) => withAll(rest, [...numbers, number]));
  };
  return kind === 'change' ? withAll([olderText(), ...papers], []) : withAll(papers, [session.number]);
}

/** The plan in words, with the reasons of each step as links to their fields. */
function planned({ plan, steps, questions }, close) {
  const parts = [el('h3', { textContent: say('plan_result') })];
  const facts = [
    plan.timing_label && say('plan_timing', plan.timing_label),
    plan.before_label && plan.after_label && plan.before !== plan.after && say('plan_rise', plan.before_label, plan.after_label),
    plan.reading_label,
  ];
  for (const text of facts.filter(Boolean)) parts.push(el('p', { lang: 'ja', textContent: text }));
  if (!steps.length) parts.push(el('p', { textContent: say('no_steps') }));
  const list = el('ol', { className: 'steps' });
  plan.steps.forEach((step, at) => {
    const item = el('li', {}, el('p', { lang: isJapanese ? 'ja' : 'en', textContent: either(steps[at].ja, steps[at].en) }));
    if (step.needs_labels?.length) item.append(el('p', { className: 'message note', lang: 'ja', textContent: say('needs', step.needs_labels.join('、')) }));
    if (step.because?.length) {
      const why = el('p', { className: 'because' }, `${say('because')} `);
      for (const { path, label } of step.because) {
        const link = el('a', { href: '#', lang: 'ja', textContent: label });
        link.addEventListener('click', (event) => { event.preventDefault(); close(); focusPath(path); });
        why.append(link, ' ');
      }
      item.append(why);
    }
    list.append(item);
  });
  if (steps.length) parts.push(list);
  if (questions.length) parts.push(el('h3', { textContent: say('questions') }));
  for (const { ja, en } of questions) {
    const asked = either(ja, en);
    parts.push(el('p', { textContent: asked.text }), el('ul', {}, ...asked.readings.map((text) => el('li', { textContent: text }))));
    if (asked.avoided_by) parts.push(el('p', { textContent: say('avoided_by', asked.avoided_by) }));
  }
  return parts;
}
