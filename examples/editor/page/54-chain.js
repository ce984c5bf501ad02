// The chain of parties of an entrustment. No form prints it as cells, so it is in details of its own, read when they are opened.

function chainOf(entry) {
  const details = el('details', { className: 'chain', id: `chain-${entry.path}` });
  details.append(el('summary', { textContent: say('chain') }));
  // The event comes later: what was drawn in between may have the focus already.
  details.addEventListener('toggle', () => {
    if (!details.open) details.querySelector('div')?.remove();
    else if (!details.querySelector('div')) drawChain(details, entry.path);
  });
  return details;
}

/** Opens the chain that a path is in, and returns the control for the path. */
function openChainOf(path) {
  const entrustment = path.split('.chain')[0];
  const details = $(`chain-${entrustment}`);
  if (!details) return undefined;
  details.open = true;
  drawChain(details, entrustment);
  return $(`in-${path}`) ?? details.querySelector('textarea, button');
}

function drawChain(details, entrustment) {
  const { list, parties } = ask({ parties: { document: session.number, path: entrustment } });
  const again = (focus) => {
    drawChain(details, entrustment);
    $(focus)?.focus();
  };
  /** After a party went: the next one of its tier, the one before it, or the button that adds one. */
  const after = (above, index) => {
    drawChain(details, entrustment);
    const left = [...details.querySelectorAll('.party')].filter(({ list: of }) => of === above);
    focusAfter(left.map((row) => row.querySelector('textarea')), index, details.querySelector('.add'));
  };
  const body = el('div');
  if (!parties.length) body.append(el('p', { textContent: say('chain_none') }));
  for (const party of parties) {
    const row = el('div', { className: 'party', role: 'group', 'aria-label': `${say('tier', party.tier)} ${party.name.text}` });
    row.style.setProperty('--tier', party.tier - 1);
    [row.list] = placeOfParty(party);
    row.append(el('b', { textContent: say('tier', party.tier) }));
    for (const [key, cell] of [['party_name', party.name], ['party_matter', party.matter], ['party_handlers', party.handlers]]) {
      row.append(partyField(say(key), cell, key === 'party_handlers' ? 'input' : 'textarea'));
    }
    const remove = { remove: { document: session.number, path: party.path } };
    row.append(button(say('add_below'), () => {
      const at = parties.filter((one) => one.tier === party.tier + 1 && one.path.startsWith(`${party.list}[`)).length;
      change({ add: { document: session.number, list: party.list, at } }, { remove: { document: session.number, path: `${party.list}[${at}]` } });
      again(`in-${party.list}[${at}].name`);
    }, { className: 'quiet' }));
    row.append(button(say('remove'), () => {
      const value = valueAt(JSON.parse(textOfDocument()), party.path);
      const [above, index] = placeOfParty(party);
      change(remove, { add: { document: session.number, list: above, at: index, value } });
      after(above, index);
    }, { className: 'quiet', 'aria-label': say('remove_this', party.name.text || say('tier', party.tier)) }));
    body.append(row);
  }
  const count = parties.filter(({ tier }) => tier === 1).length;
  body.append(button(say('add_party'), () => {
    change({ add: { document: session.number, list, at: count } }, { remove: { document: session.number, path: `${list}[${count}]` } });
    again(`in-${list}[${count}].name`);
  }, { className: 'add' }));
  setChildren(details, [details.querySelector('summary'), body]);
}

/** The list that a party is in, and its index there. */
function placeOfParty({ path }) {
  const [, list, index] = path.match(/^(.*)\[(\d+)\]$/);
  return [list, Number(index)];
}

/** A field of a party. The cells of the form do not contain it, so it is written by itself. */
function partyField(label, { path, text: present }, tag) {
  const before = session.refused.get(path);
  const input = el(tag, { id: `in-${path}`, value: before?.text ?? present, lang: 'ja', autocomplete: 'off' });
  if (tag === 'textarea') input.rows = input.value.split('\n').length;
  const why = el('span', { className: 'message refused', id: `why-${path}`, role: 'alert', hidden: !before });
  if (before) why.textContent = either(before.reason.ja, before.reason.en);
  let now = present;
  listenToTyping(input, (value) => {
    try {
      if (value === now) {
        why.hidden = true;
        accept(path);
        return;
      }
      change({ put: { document: session.number, path, text: value } }, { put: { document: session.number, path, text: now } });
      now = value;
      why.hidden = true;
      accept(path);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      why.textContent = error.text();
      why.hidden = false;
      refuse(path, value, error.fault);
    }
  }, () => {});
  return el('label', {}, `${label} `, input, why);
}
