// The page of the library, in a frame of its own, from where it is printed, and what a page for publication leaves out.

/** What the page for publication leaves out (規則第10条): kept for as long as the document is open. */
function withholdRequest() {
  const { parts, occasion, body } = session.withheld;
  if (!parts.length) return undefined;
  return { occasion, body: body || undefined, parts: parts.map(({ path, ground }) => [path, ground]) };
}

function printDialog() {
  document.activeElement?.flush?.();
  session.withheld ??= { parts: [], occasion: 'publication', body: '' };
  dialog(say('print'), (box) => {
    const frame = el('iframe', { title: say('print_frame'), className: 'paper' });
    const option = (key) => {
      const input = el('input', { type: 'checkbox', id: key });
      input.addEventListener('change', () => draw());
      return { input, label: el('label', {}, input, say(key)) };
    };
    const [publication, findings] = [option('print_publication'), option('print_findings')];
    const withheld = el('div', { className: 'withheld', 'aria-live': 'polite' });
    let page;
    function draw(control) {
      clearRefused(box);
      const options = { publication: publication.input.checked, findings: findings.input.checked };
      const withhold = options.publication ? withholdRequest() : undefined;
      parts.hidden = !options.publication;
      try {
        page = ask({ print: { document: session.number, language: isJapanese ? 'ja' : 'en', ...options, withhold } });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        page = undefined;
        frame.srcdoc = '';
        withheld.replaceChildren();
        showInDialog(error.text(), control);
        return;
      }
      frame.srcdoc = page.html;
      withheld.replaceChildren(...withheldTable(page.withheld));
    }
    const parts = withholdChooser(draw);
    parts.append(withheld);
    /** Does something with the page. Asks first if a page for publication does not know something. */
    const sure = (action) => () => {
      // It says again why there is no page.
      if (!page) return draw();
      const unknown = page.not_known;
      if (!unknown.length) return action();
      const names = unknown.slice(0, 5).map(nameOfPath).join('、');
      return question(say('print_unknown', unknown.length, names), [[say('print_anyway'), action]]);
    };
    const print = button(say('print_now'), sure(() => frame.contentWindow.print()));
    const file = button(say('print_file'), sure(() => download(page.html, `${session.name.replace(/\.json$/i, '')}.html`, 'text/html')));
    box.append(el('p', { className: 'answers' }, publication.label, findings.label, print, file), parts, frame);
    // The dialog must be in the page before anything is shown in it.
    setTimeout(draw);
  }, 'large');
}

/** Chooses what is withheld, and under which provision. Calls `changed` whenever that changes, with the control that it is about. */
function withholdChooser(changed) {
  const own = session.withheld;
  const of = (list) => list.map(({ code, label, label_en: english }) => [code, either(label, english)]);
  const occasion = selectOf('withhold-occasion', of(about.occasions));
  const body = selectOf('withhold-body', [['', say('not_chosen')], ['local_government', say('body_local')], ['administrative_organ', say('body_organ')]]);
  const ground = selectOf('withhold-ground', of(about.grounds));
  [occasion.value, body.value] = [own.occasion, own.body];
  for (const [select, key] of [[occasion, 'occasion'], [body, 'body']]) {
    select.addEventListener('change', () => {
      own[key] = select.value;
      changed(select);
    });
  }
  ground.value = 'proper_management';
  // Answers, by the names by which people know them.
  const paths = new Map();
  for (const cell of session.cells) {
    if (cell.text) paths.set(`${nameOfPath(cell.path)}${paths.has(nameOfPath(cell.path)) ? ` ${cell.path}` : ''}`, cell.path);
  }
  const names = el('datalist', { id: 'withhold-names' }, ...[...paths.keys()].map((value) => el('option', { value })));
  const item = el('input', { id: 'withhold-item', autocomplete: 'off', size: 40 });
  item.setAttribute('list', names.id);
  const list = el('ul');
  const remove = (part, at) => {
    own.parts = own.parts.filter((one) => one !== part);
    draw();
    focusAfter(list.querySelectorAll('button'), at, item);
    changed();
  };
  const draw = () => list.replaceChildren(...own.parts.map((part, at) => {
    const word = about.grounds.find(({ code }) => code === part.ground);
    const name = `${part.name}（${either(word.label, word.label_en)}）`;
    return el('li', {}, `${name} `, button(say('remove'), () => remove(part, at), { className: 'quiet', 'aria-label': say('remove_this', part.name) }));
  }));
  const add = button(say('withhold_add'), () => {
    const typed = item.value.trim();
    if (!typed) return showInDialog(say('withhold_empty'), item);
    const alike = paths.has(typed) ? [typed] : [...paths.keys()].filter((one) => one.includes(typed));
    if (alike.length !== 1) {
      const some = alike.slice(0, 4).join('、');
      return showInDialog(some ? say('withhold_which', some) : say('withhold_none', typed), item);
    }
    const [name] = alike;
    const path = paths.get(name);
    own.parts = [...own.parts.filter((one) => one.path !== path), { path, name, ground: ground.value }];
    item.value = '';
    draw();
    return changed(item);
  });
  draw();
  const asks = [[item, 'withhold_item'], [ground, 'withhold_ground'], [occasion, 'withhold_occasion'], [body, 'body_kind']];
  const rows = asks.map(([control, key]) => el('div', { className: 'ask' }, el('label', { htmlFor: control.id, textContent: say(key) }), control));
  rows[1].append(add);
  return el('details', { id: 'withhold', open: own.parts.length > 0 }, el('summary', { textContent: say('withhold') }),
    el('p', { textContent: say('withhold_text') }), ...rows, names, list);
}

/** Every answer that is not shown: its text, the provision, and the answer that it repeats. */
function withheldTable(fields) {
  if (!fields.length) return [];
  const rows = fields.map(({ path, citation, because_of: of }) => {
    const texts = [nameOfPath(path), cellAt(path)?.text ?? '', citation, of ? nameOfPath(of) : ''];
    return el('tr', {}, ...texts.map((textContent) => el('td', { textContent, lang: 'ja' })));
  });
  return [el('h3', { textContent: say('withheld', fields.length) }), tableOf(['item', 'answer', 'provision', 'repeats'], rows)];
}
