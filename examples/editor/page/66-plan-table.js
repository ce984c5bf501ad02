// A plan to put into a file: a table by day, as text, as a page to print, and as a calendar.

/** A day in the calendar of the office: 「令和8年6月1日（月）」. */
function eraDay(day) {
  const day_ = new Date(`${day}T00:00:00Z`);
  const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat('ja-JP', { weekday: 'short', timeZone: 'UTC' });
  return `${era.format(day_)}（${weekday.format(day_)}）`;
}

/** A text with its days in the calendar of the office, if the page is in Japanese. */
const inEra = (text) => (isJapanese ? text.replace(/\d{4}-\d{2}-\d{2}/g, eraDay) : text);

/** What the table says of each step, the earliest day first. Steps without a day keep their order below. */
function rowsOfPlan({ plan, steps }) {
  const word = (both) => either(both.ja, both.en);
  const rows = plan.steps.map((step, at) => ({
    at,
    day: dayOf(step),
    by: inEra(word(steps[at].by)),
    paper: step.document ? paperName(step.document, step.document_label) : say('whole_affair'),
    action: word(steps[at].action),
    actor: isJapanese ? step.actor_label : step.actor.replaceAll('_', ' '),
    sources: word(steps[at].sources),
    reading: step.reading ?? '',
  }));
  return rows.sort((one, other) => (one.day ?? '9999').localeCompare(other.day ?? '9999') || one.at - other.at);
}

const PLAN_COLUMNS = ['by', 'paper', 'action', 'actor', 'sources'];

/** The table, and what can be done with it. */
function planTable(reply) {
  const rows = rowsOfPlan(reply);
  if (!rows.length) return [];
  const drawn = rows.map((row) => {
    const cells = PLAN_COLUMNS.map((key) => el('td', { textContent: row[key] }));
    cells[0].append(leftUntil(reply.plan.steps[row.at], reply.as_of) ?? '');
    cells[2].replaceChildren(stepLink(reply, row.at, row.action), row.reading ? ` ${say('only_reading', row.reading)}` : '');
    return el('tr', {}, ...cells);
  });
  const table = tableOf(PLAN_COLUMNS.map((key) => `plan_${key}`), drawn);
  const copied = () => announce(say('copied'));
  const copy = button(say('plan_copy'), () => navigator.clipboard.writeText(planText(reply)).then(copied, () => showInDialog(say('not_copied'), copy)));
  const dated = rows.filter(({ day }) => day).length;
  const told = el('span', { role: 'status' });
  const calendar = button(say('plan_calendar'), () => {
    download(planCalendar(reply, new Date()), `${stemOfFile()}.ics`, 'text/calendar');
    told.textContent = say('plan_calendar_told', `${stemOfFile()}.ics`, dated, rows.length - dated);
  });
  calendar.disabled = dated === 0;
  const print = button(say('print'), () => printTable(table));
  return [el('p', { className: 'answers' }, copy, calendar, print, told), table];
}

const stemOfFile = () => session.name.replace(/\.json$/i, '');

/** Which affair the plan is for, and since when it holds. */
function headOfPlan({ plan, as_of: asOf }) {
  const name = cellAt('affair.name')?.text ?? '';
  return [name, inEra([labelledHappening(plan), plan.on].filter(Boolean).join(' ')), `${say('plan_day')}${colon()}${inEra(asOf)}`];
}

const labelledHappening = (plan) => {
  const found = about.happenings.find(({ code }) => code === plan.happening);
  return found ? either(found.label, found.label_en) : plan.happening_label;
};

/** The table as text, for a draft: a line for each step, with tabs between the columns. */
function planText(reply) {
  const head = PLAN_COLUMNS.map((key) => say(`column_plan_${key}`));
  const rows = rowsOfPlan(reply).map((row) => PLAN_COLUMNS.map((key) => row[key]));
  return [...headOfPlan(reply), '', ...[head, ...rows].map((row) => row.join('\t'))].join('\n');
}

/** The steps that have a day, as a calendar (RFC 5545). The same step of the same affair has the same identifier each time. */
function planCalendar(reply, now) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const escaped = (text) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');
  const [name] = headOfPlan(reply);
  const events = rowsOfPlan(reply).filter(({ day }) => day).flatMap(({ at, day, by, paper, action, sources }) => [
    'BEGIN:VEVENT',
    `UID:${encodeURIComponent(`${name}-${reply.plan.happening}-${reply.plan.on ?? ''}-${at}`)}@mynumber-pia`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(`${action}（${paper}）`)}`,
    `DESCRIPTION:${escaped([name, by, sources].join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//mynumber-pia//editor//JA', ...events, 'END:VCALENDAR'];
  return `${lines.map(foldedLine).join('\r\n')}\r\n`;
}

/** A line of a calendar has at most 75 bytes. It goes on after a blank at the beginning of the next line. */
function foldedLine(line) {
  const bytes = new TextEncoder();
  let folded = '';
  let used = 0;
  for (const sign of line) {
    const length = bytes.encode(sign).length;
    if (used + length > 75) {
      folded += '\r\n ';
      used = 1;
    }
    folded += sign;
    used += length;
  }
  return folded;
}

/** Prints a table alone, in a frame that goes away. */
function printTable(table) {
  const frame = el('iframe', { className: 'to-print', title: say('print_frame') });
  const style = 'body{font-family:sans-serif;font-size:10pt}table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:2pt 4pt;text-align:left}a{color:inherit;text-decoration:none}';
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    page.head.append(el('style', { textContent: style }));
    const head = headOfPlan(session.planned).map((textContent) => el('p', { textContent }));
    page.body.append(...head.map((one) => page.importNode(one, true)), page.importNode(table, true));
    frame.contentWindow.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow.print();
  }, { once: true });
  frame.srcdoc = '<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"></head><body></body></html>';
  document.querySelector('dialog[open]').append(frame);
}
