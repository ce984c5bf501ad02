// The contents as navigation, and the search.

/** The most hits that are listed. */
const MOST_HITS = 60;

/** Lists the sections and their parts, each with what is wrong or open in it. */
function showContents() {
  const list = $('contents');
  list.replaceChildren();
  let inside;
  for (const group of groups) {
    const [first] = group.cells;
    const titles = (first.headings ?? []).filter(({ level }) => level === 'section' || level === 'part');
    const all = titles.length ? titles : [{ level: 'section', text: say('form') }];
    for (const title of all) {
      const link = el('a', { href: '#', textContent: title.text.replace(/　/g, ' '), lang: 'ja' });
      if (!isJapanese && title.en) link.append(' ', el('span', { lang: 'en', className: 'en', textContent: title.en }));
      link.addEventListener('click', (event) => { event.preventDefault(); goTo(group, title); });
      const item = el('li', {}, link);
      if (title.level === 'section') {
        const file = first.around.find((entry) => entry.list === 'file_sections' && entry.is_filled);
        if (file) link.append(el('small', { textContent: nameOfFile(file) }));
        inside = el('ol');
        item.append(inside);
        list.append(item);
      } else {
        (inside ?? list).append(item);
      }
      if (title === all.at(-1)) {
        group.badge = el('span', { className: 'badge' });
        link.after(group.badge);
        group.link = link;
      }
    }
  }
  showBadges();
  showWhere();
}

/** The names of the files of a section, or its number. */
function nameOfFile({ path, title }) {
  return cellAt(`${path}.names`)?.text.replaceAll('\n', '、') || title;
}

/** Shows at each line of the contents how much is wrong or must be filled in below it. */
function showBadges() {
  for (const group of groups) {
    let errors = 0;
    let warnings = 0;
    let open = 0;
    const asked = group.cells.filter((cell) => needOf(cell, printOf(cell.path)) === 'required').length;
    for (const cell of group.cells) {
      for (const { path } of [cell, ...within(cell)]) {
        const mark = marks.get(path);
        if (!mark) continue;
        errors += mark.findings.filter(({ severity }) => severity === 'error').length;
        warnings += mark.findings.filter(({ severity }) => severity === 'warning').length;
        open += mark.need === 'required' ? 1 : 0;
      }
    }
    const done = Math.max(0, asked - open);
    const progress = asked ? say('progress', done, asked) : '';
    const texts = [errors && say('errors', errors), warnings && say('warnings', warnings), progress];
    const text = texts.filter(Boolean).join(isJapanese ? '、' : ', ');
    if (!group.badge || group.badge.dataset.text === text) continue;
    group.badge.dataset.text = text;
    group.badge.title = text;
    group.badge.setAttribute('aria-label', text);
    group.badge.setAttribute('role', 'img');
    group.badge.hidden = text === '';
    group.badge.className = `badge ${errors ? 'error' : warnings ? 'warning' : open ? 'open' : 'done'}`;
    group.badge.textContent = errors || warnings || (open ? `${done}/${asked}` : '✓');
  }
}

/** Marks in the contents the part that is on the screen. */
function showWhere() {
  const { top: above, height } = $('form').getBoundingClientRect();
  const top = above + height / 3;
  const here = groups.findLast((group) => group.element.getBoundingClientRect().top <= top) ?? groups[0];
  if (!here || here.link?.hasAttribute('aria-current')) return;
  $('contents').querySelector('[aria-current]')?.removeAttribute('aria-current');
  here.link?.setAttribute('aria-current', 'true');
  here.link?.scrollIntoView({ block: 'nearest' });
}

function goTo(group, title) {
  ensureDrawn(group);
  const heading = [...group.element.querySelectorAll('.heading')].find((one) => one.firstChild.textContent === title.text);
  const target = heading ?? controlOf(group.element.querySelector('.field'));
  document.body.classList.remove('nav-open');
  target.scrollIntoView({ block: 'start' });
  target.focus({ preventScroll: true });
}

/** The text in which the search looks: width and case do not count. */
const searchable = (text) => text.normalize('NFKC').toLowerCase();

/** Where a cell is, in words: 「Ⅱ.4.③ 委託先における取扱者数［委託事項1］」. */
function placeOf(cell) {
  const { number, label, item } = printOf(cell.path);
  const entries = (session.cells[session.index.get(cell.path)]?.around ?? []).map(({ title }) => title);
  return `${number} ${label || item}${entries.length ? `［${entries.join('・')}］` : ''}`.trim();
}

/** Lists the fields whose name or answer contains what is searched. */
function search() {
  const wanted = searchable($('search').value.trim());
  const hits = $('hits');
  hits.replaceChildren();
  showHit(undefined);
  if (!wanted) {
    $('hit-count').textContent = '';
    return;
  }
  const all = session.cells.flatMap((cell) => [cell, ...within(cell)]);
  const found = all.filter((cell) => {
    const { label, label_en: english } = printOf(cell.path);
    const titles = (cell.begins ?? []).map(({ title }) => title).join(' ');
    const heads = (cell.headings ?? []).map(({ text }) => text).join(' ');
    return searchable([label, english ?? '', cell.text, titles, heads].join('\n')).includes(wanted);
  });
  for (const cell of found.slice(0, MOST_HITS)) {
    const link = el('a', { href: '#', lang: 'ja', textContent: placeOf(cell) });
    link.addEventListener('click', (event) => { event.preventDefault(); focusPath(cell.path); });
    const item = el('li', {}, link, ...excerpt(cell.text, wanted));
    item.path = cell.path;
    hits.append(item);
  }
  const count = found.length ? say('hits', Math.min(found.length, MOST_HITS), found.length) : say('no_hits');
  $('hit-count').textContent = found.length ? `${count}　${say('search_hint')}` : count;
}

/** Marks a hit in the list, and shows its field without moving the focus there. */
function showHit(item) {
  for (const one of document.querySelectorAll('#hits [aria-current], .field.hit')) {
    one.removeAttribute('aria-current');
    one.classList.remove('hit');
  }
  if (!item) return;
  item.setAttribute('aria-current', 'true');
  item.scrollIntoView({ block: 'nearest' });
  showField(item.path)?.classList.add('hit');
  const all = [...$('hits').children];
  $('hit-count').textContent = `${say('hit_of', all.indexOf(item) + 1, all.length)}　${say('search_hint')}`;
  announce(say('hit', all.indexOf(item) + 1, all.length, item.firstChild.textContent));
}

/** In the search, Enter and the arrows go from hit to hit, and Escape goes into the field. */
function stepHit(event) {
  const all = [...$('hits').children];
  const at = all.findIndex((one) => one.hasAttribute('aria-current'));
  const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.isComposing || !all.length || (!by && !(event.key === 'Escape' && at >= 0))) return;
  event.preventDefault();
  if (!by) {
    const { path } = all[at];
    showHit(undefined);
    focusPath(path);
    return;
  }
  showHit(all[at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length]);
}

/** The part of an answer that was searched. */
function excerpt(text, wanted) {
  const at = searchable(text).indexOf(wanted);
  if (at < 0) return [];
  const from = Math.max(0, at - 12);
  const shown = `${from ? '…' : ''}${text.slice(from, at + wanted.length + 20)}${text.length > at + wanted.length + 20 ? '…' : ''}`;
  return [el('small', { lang: 'ja', textContent: shown })];
}
