// A plan in words: what comes first, each step with its deadline, what it comes after and why, and what is still open.

/** A label of a reply: in English, as the reply translates it. */
const labelled = (reply, label) => (isJapanese ? label : reply.english[label] ?? label);

/** The sign between a word and what it is about. */
const colon = () => (isJapanese ? '：' : ': ');

const paperName = (code, label) => (isJapanese ? label : `${code.replaceAll('_', '-')} assessment`);

/** The day by which a step must be begun or done, if that is a day. */
function dayOf({ by }) {
  return ['before', 'on', 'within'].includes(by.kind) ? by.opinions_by ?? by.first ?? by.last ?? undefined : undefined;
}

/** How many days are left until a day. */
const daysUntil = (day, asOf) => Math.round((Date.parse(day) - Date.parse(asOf)) / 86_400_000);

/** The plan in words, with the reasons of each step as links to their fields. */
function planned(reply, close) {
  const { plan, steps, questions, as_of: asOf } = reply;
  const label = (text) => labelled(reply, text);
  const parts = [el('h3', { textContent: say('plan_result') })];
  const facts = [
    [label(plan.happening_label), plan.on].filter(Boolean).join(' '),
    plan.timing_label && say('plan_timing', label(plan.timing_label)),
    plan.before && plan.after && plan.before !== plan.after && say('plan_rise', label(plan.before_label), label(plan.after_label)),
    plan.ended && say('plan_ended', plan.ended),
    plan.needs.length > 0 && say('needs', plan.needs_labels.map(label).join(say('comma'))),
  ];
  for (const text of facts.filter(Boolean)) parts.push(el('p', { textContent: inEra(text) }));
  if (!steps.length || plan.nothing) parts.push(el('p', { textContent: say('no_steps', plan.nothing?.citation) }));
  if (steps.length) parts.push(el('p', { textContent: say('certainty') }));
  const first = firstStep(plan);
  if (first !== undefined) parts.push(el('p', { className: 'first' }, el('b', { textContent: say('plan_first') }), stepLink(reply, first), leftUntil(plan.steps[first], asOf)));
  session.planned = reply;
  parts.push(...planTable(reply), ...stepLists(reply, close));
  if (plan.to_judge.length) parts.push(el('h3', { textContent: say('to_judge') }));
  const judged = plan.to_judge.map((one) => el('li', {}, reasonLink(reply, one, close), `${colon()}${label(one.question_label)}`));
  if (judged.length) parts.push(el('ul', {}, ...judged));
  if (questions.length) parts.push(el('h3', { textContent: say('questions') }));
  for (const { ja, en } of questions) {
    const asked = either(ja, en);
    parts.push(el('p', { textContent: asked.text }), el('ul', {}, ...asked.readings.map((text) => el('li', { textContent: text }))));
    if (asked.avoided_by) parts.push(el('p', { textContent: say('avoided_by', asked.avoided_by) }));
  }
  return parts;
}

/** The step to begin with: the earliest day, or else the first step that follows no other. Not one that only one reading asks for. */
function firstStep({ steps }) {
  const certain = [...steps.keys()].filter((at) => !steps[at].reading);
  const dated = certain.filter((at) => dayOf(steps[at]));
  if (dated.length) return dated.reduce((best, at) => (dayOf(steps[at]) < dayOf(steps[best]) ? at : best));
  return certain.find((at) => steps[at].follows === null);
}

/** 「（あと30日）」, or that the day has passed. */
function leftUntil(step, asOf) {
  const day = dayOf(step);
  if (!day) return null;
  const left = daysUntil(day, asOf);
  return el('span', { className: left < 0 ? 'late' : 'left', textContent: left < 0 ? say('day_passed', inEra(day)) : say('days_left', left) });
}

/** The number and the words of a step, which lead to it. */
function stepLink({ steps }, at, words) {
  const { action } = steps[at];
  const link = el('a', { href: '#', textContent: words ?? say('step', at + 1, either(action.ja, action.en)) });
  link.addEventListener('click', (event) => {
    event.preventDefault();
    $(`step-${at}`).scrollIntoView({ block: 'center' });
    $(`step-${at}`).focus({ preventScroll: true });
  });
  return link;
}

function reasonLink(reply, { path, label, document: paper, document_label: paperLabel }, close) {
  const text = labelled(reply, label);
  if (paper !== session.check.kind || !cellFor(path)) return el('span', { textContent: say('of_paper', text, paperName(paper, paperLabel)) });
  const link = el('a', { href: '#', textContent: text });
  link.addEventListener('click', (event) => { event.preventDefault(); close(); focusPath(path); });
  return link;
}

/** The steps under each reading, and of these those about each paper in a list of its own. The numbers go on. */
function stepLists(reply, close) {
  const { plan, questions } = reply;
  const isDivided = plan.steps.some(({ reading }) => reading);
  const parts = [];
  let [list, last] = [];
  plan.steps.forEach((step, at) => {
    const here = JSON.stringify([step.reading, step.document]);
    if (isDivided && (at === 0 || step.reading !== plan.steps[at - 1].reading)) {
      const says = either(questions[0].ja, questions[0].en).readings[step.reading === 'b' ? 1 : 0];
      parts.push(el('h4', { className: 'reading', textContent: step.reading ? say('reading', step.reading, says) : say('reading_both') }));
    }
    if (here !== last) {
      list = el('ol', { className: 'steps' });
      parts.push(el('h4', { textContent: step.document ? paperName(step.document, step.document_label) : say('whole_affair') }), list);
      last = here;
    }
    list.append(stepItem(reply, at, close));
  });
  return parts;
}

function stepItem(reply, at, close) {
  const [step, words] = [reply.plan.steps[at], reply.steps[at]];
  const word = (both) => either(both.ja, both.en);
  const item = el('li', { value: at + 1, id: `step-${at}`, tabIndex: -1 });
  const sentence = el('p', {}, el('b', { textContent: inEra(word(words.by)) }), ` ${word(words.action)} `, el('small', { textContent: `(${word(words.sources)})` }));
  item.append(sentence);
  if (words.day) item.append(el('p', { className: 'day' }, say('until_when', inEra(word(words.day))), leftUntil(step, reply.as_of)));
  if (step.follows !== null) item.append(el('p', { className: 'after' }, ...say('after_step').flatMap((text, side) => (side ? [stepLink(reply, step.follows), text] : [text]))));
  const why = el('p', { className: 'because' }, `${say('because')}${labelled(reply, step.event_label)}`);
  step.because.forEach((one, index) => why.append(index ? say('comma') : colon(), reasonLink(reply, one, close)));
  item.append(why);
  return item;
}
