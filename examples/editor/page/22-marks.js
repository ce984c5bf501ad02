// What the check says about single fields: findings, and what is to fill in. Shown beside the fields.

/** By path of a cell on the screen: its findings, as indices of the list, and whether it must be filled in. */
let marks = new Map();

const SEVERITIES = ['error', 'warning', 'note'];

/** Notes the marks of the last check. Returns the paths whose marks changed. */
function noteMarks() {
  const now = new Map();
  const at = (path) => {
    const shown = cellFor(path);
    if (!shown) return undefined;
    if (!now.has(shown)) now.set(shown, { findings: [], need: '' });
    return now.get(shown);
  };
  session.check.findings.forEach((finding, index) => at(finding.path)?.findings.push({ ...finding, index }));
  for (const open of session.check.to_fill) {
    const mark = session.index.has(open.path) && at(open.path);
    if (!mark) continue;
    mark.need = open.need;
    mark.offers = offersFor(open);
  }
  const differs = (path) => JSON.stringify(marks.get(path)) !== JSON.stringify(now.get(path));
  const changed = [...new Set([...marks.keys(), ...now.keys()])].filter(differs);
  marks = now;
  return changed;
}

/** The items that name the files of the affair. */
const FILE_NAMES = ['file_names', 'section_file_names', 'risk_file_names'];

/** What can be written into an open field with one click: what another form prints elsewhere, or the names of the files. */
function offersFor({ path, item, suggestions }) {
  if (suggestions?.length) {
    const texts = new Set(suggestions.map((one) => cellAt(one)?.text).filter(Boolean));
    return texts.size === 1 ? [...texts].map((text) => ({ text, adopts: true })) : [];
  }
  if (!FILE_NAMES.includes(item)) return [];
  const named = session.cells.filter((cell) => cell.path !== path && cell.text && FILE_NAMES.includes(printOf(cell.path).item));
  return [...new Set(named.map(({ text }) => text))].slice(0, 3).map((text) => ({ text, adopts: false }));
}

/** The buttons for what is offered. */
function offerButtons(path, offers) {
  return offers.map(({ text, adopts }) => button(say('offer', text), () => {
    if (adopts) takeOver(path, nameOfPath(path));
    else if (write(path, text)) focusPath(path);
  }, { className: 'offer' }));
}

/** Shows the findings again, all of them after they were asked for. */
function showFindings() {
  hideUnvisited();
  noteMarks().forEach(showMarks);
  showSide();
  showFile();
}

/** Shows all findings from now on. */
function askForFindings() {
  session.isQuiet = false;
  showFindings();
}

/** The text of a finding without its place, which the field itself shows. */
function shortText(finding) {
  const [text, mark] = isJapanese ? [finding.ja, '：'] : [finding.en, ': '];
  const label = text.indexOf(finding.label);
  const at = text.indexOf(mark, label < 0 ? 0 : label + finding.label.length);
  return at < 0 ? text : text.slice(at + mark.length);
}

/** The text of a refusal without its place: 「cover.published（表紙 公表日）：」. */
function withoutPlace(text, path) {
  const mark = isJapanese ? '：' : ': ';
  return path && text.startsWith(path) && text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : text;
}

/** Shows the marks of a path, if its field is drawn. */
function showMarks(path) {
  const field = $(`field-${path}`);
  if (field) setMessages(field);
}

const showRefused = showMarks;

/** Shows beside a field what was refused, what the check found, and whether it is to be filled in. */
function setMessages(field) {
  const { path } = field;
  const { findings, need, offers } = marks.get(path) ?? { findings: [], need: '' };
  const refused = session.refused.get(path);
  const box = $(`why-${path}`) ?? field.querySelector('.messages');
  const worst = SEVERITIES.find((severity) => findings.some((one) => one.severity === severity));
  field.dataset.severity = refused ? 'error' : worst ?? '';
  field.dataset.need = need;
  const inside = [];
  if (refused) {
    const text = withoutPlace(either(refused.reason.ja, refused.reason.en), refused.reason.path);
    inside.push(el('p', { className: 'message refused' }, el('b', { textContent: `${say('not_taken')} ` }), text));
  }
  // What was refused is not in the document, so the check would say that the field is empty.
  for (const finding of refused ? [] : findings) {
    const link = el('a', { href: `#finding-${finding.index}`, textContent: say('in_list') });
    link.addEventListener('click', (event) => { event.preventDefault(); focusFinding(finding.index); });
    const message = el('p', { className: `message ${finding.severity}`, id: `message-${finding.index}` });
    message.append(el('b', { textContent: `${say(finding.severity)} ` }), shortText(finding), ' ', link);
    if (finding.path !== path && finding.path.includes('.chain')) {
      const open = el('a', { href: '#', textContent: say('chain_open') });
      open.addEventListener('click', (event) => { event.preventDefault(); focusPath(finding.path); });
      message.append(' ', open);
    }
    inside.push(message);
  }
  const print = printOf(path);
  const words = print && either(print.requirement, print.requirement_en);
  if (need === 'conditional' && words) inside.push(el('p', { className: 'message condition', textContent: words }));
  if (offers?.length) inside.push(el('p', { className: 'message note' }, ...offerButtons(path, offers)));
  box.replaceChildren(...inside);
  const isBad = Boolean(refused) || worst === 'error';
  for (const control of field.querySelectorAll('input, select, textarea, [role]')) {
    if (control.closest('.field') !== field) continue;
    if (isBad) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }
}
