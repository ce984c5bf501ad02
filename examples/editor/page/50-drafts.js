// Drafts: what the browser keeps of unfinished work, so that a closed tab or a crash loses nothing. Said on the first screen, where each
// can be deleted.

const DRAFT = 'mynumber-pia-draft-';

/** After how long without a change a draft is written, in milliseconds. */
const DRAFT_PAUSE = 400;

let draftTimer;

/** Whether the browser keeps anything. Some refuse it for pages that are files, or by their settings. */
function canKeep() {
  try {
    for (const storage of [localStorage, sessionStorage]) {
      storage.setItem(`${DRAFT}try`, '');
      storage.removeItem(`${DRAFT}try`);
    }
    return true;
  } catch {
    return false;
  }
}

/** The number of the draft of this tab. It survives a reload, and another tab has another one. */
function draftId() {
  let id = sessionStorage.getItem(DRAFT);
  if (!id) {
    id = crypto.randomUUID();
    sessionStorage.setItem(DRAFT, id);
  }
  return id;
}

/** Begins a draft of its own for another document. */
function newDraft() {
  if (canKeep()) sessionStorage.removeItem(DRAFT);
}

/** Keeps the open document under the number of this tab, in place of the draft that it was read from. */
function moveDraft(from) {
  writeDraft();
  const to = DRAFT + draftId();
  if (localStorage.getItem(to) !== null) localStorage.removeItem(from);
}

/** Keeps a draft soon. */
function keepDraft() {
  clearTimeout(draftTimer);
  draftTimer = setTimeout(writeDraft, DRAFT_PAUSE);
}

/** Keeps a draft now. Also what was typed and refused, which the document cannot hold. */
function writeDraft() {
  clearTimeout(draftTimer);
  draftTimer = undefined;
  if (!session.number) return;
  const refused = [...session.refused].map(([path, { text, reason }]) => ({ path, text, reason }));
  const { name, base, isSaved, isNew, isChanged, isQuiet, visited } = session;
  const draft = { name, text: textOfDocument(), base, isSaved, isNew, isChanged, isQuiet, visited: [...visited], time: Date.now(), refused };
  if (!canKeep()) {
    session.draft = ['draft_failed'];
    return showFile();
  }
  const key = DRAFT + draftId();
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    session.draft = ['draft_kept', clock(new Date())];
  } catch {
    // The storage is full, or the browser keeps nothing. Then the older version is not worth its room.
    try {
      localStorage.setItem(key, JSON.stringify({ ...draft, base: '' }));
      session.draft = ['draft_kept', clock(new Date())];
    } catch {
      session.draft = ['draft_failed'];
    }
  }
  return showFile();
}

/** Writes a draft that waits, before the page goes away. */
function flushDraft() {
  document.activeElement?.flush?.();
  if (draftTimer !== undefined) writeDraft();
}

/** All drafts, the newest first. */
function drafts() {
  const all = [];
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(DRAFT)) continue;
      all.push({ key, ...JSON.parse(localStorage.getItem(key)) });
    }
  } catch {
    // What cannot be read is not offered.
  }
  return all.sort((one, other) => other.time - one.time);
}

/**
 * Opens a draft. Returns whether that went well. Another tab may have the draft open, so this tab continues it under a number of its own,
 * and no tab overwrites what another one writes. Only a reload keeps the number.
 */
function openDraft({ key, name, text, base, isSaved, isNew, isChanged, isQuiet, visited, time, refused }, { isReload = false } = {}) {
  try {
    const view = ask({ open: { text, today: today() } });
    if (isReload) sessionStorage.setItem(DRAFT, key.slice(DRAFT.length));
    else newDraft();
    begin(view, name, { base: base || text, isSaved, isNew, isChanged: isChanged ?? !isSaved, isQuiet });
    session.visited = new Set(visited);
    if (isQuiet) showFindings();
    for (const { path, text: typed, reason } of refused) {
      session.refused.set(path, { text: typed, reason });
      const cell = cellAt(path);
      if (cell) setField(cell);
      showRefused(path);
    }
    if (!isReload) moveDraft(key);
    announce(say('resumed', clock(new Date(time))));
    session.draft = ['resumed', clock(new Date(time))];
    showFile();
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    alarm(say('not_read', name), error.text());
    return false;
  }
}

/** The list of drafts, each with a button that opens it and one that deletes it. */
function draftList(close = () => {}) {
  const box = el('div', { className: 'drafts' });
  const title = el('h3', { textContent: say('drafts'), tabIndex: -1 });
  const draw = () => {
    const all = drafts();
    const list = el('ul');
    all.forEach((draft, at) => {
      const when = new Date(draft.time).toLocaleString(isJapanese ? 'ja-JP' : 'en-GB');
      const name = el('span', { textContent: `${draft.name}　${when}　${say(draft.isSaved && !draft.refused.length ? 'saved' : 'not_saved')}` });
      const resume = button(say('resume'), () => leave(() => { if (openDraft(draft)) close(); }));
      const forget = button(say('forget'), () => question(say('forget_sure'), [[say('forget'), () => {
        localStorage.removeItem(draft.key);
        announce(say('forgotten'));
        draw();
        focusAfter(box.querySelectorAll('button.quiet'), at, title);
      }]]), { className: 'quiet' });
      list.append(el('li', {}, name, ' ', resume, ' ', forget));
    });
    const empty = all.length ? null : el('p', { textContent: say('no_drafts') });
    const text = canKeep() ? el('p', { textContent: say('drafts_text') }) : el('p', { className: 'alarm', textContent: say('draft_failed') });
    box.replaceChildren(title, text, list, ...(empty ? [empty] : []));
  };
  draw();
  return box;
}
