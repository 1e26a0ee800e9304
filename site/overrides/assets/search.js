// The search: loaded, with its index, when somebody first searches.
'use strict';

const MOST = 20;
let ready;

/** One search for the page. `words` are the labels that the page's script element carries. */
export function start(words, fold) {
  ready ??= make(words, fold);
  return ready;
}

function make(words, fold) {
  let index;

  const load = () => (index ??= fetch(words.index)
    .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); return answer.json(); })
    .then((entries) => entries.map(([address, title, heading, text]) => ({
      address, title, heading, text, head: fold(`${heading} ${title}`), all: fold(`${title} ${heading} ${text}`),
    })))
    .catch((error) => { index = undefined; throw error; }));

  /** Every word must be there; a title counts more than text, a whole beginning more than a part. */
  const rank = (entry, wanted) => {
    let score = 0;
    for (const word of wanted) {
      if (!entry.all.includes(word)) return 0;
      score += entry.head.startsWith(word) ? 8 : entry.head.includes(` ${word}`) ? 6 : entry.head.includes(word) ? 3 : 1;
    }
    const phrase = wanted.join(' ');
    return score + (entry.head.includes(phrase) ? 10 : entry.all.includes(phrase) ? 5 : 0) + (entry.heading ? 0 : 1);
  };

  const wordsOf = (asked) => fold(asked).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const phraseOf = (asked) => wordsOf(asked).join(' ');

  const find = async (asked) => {
    const wanted = wordsOf(asked);
    if (!wanted.length) return [];
    const known = await load();
    const called = known.filter((entry) => isCalled(entry, wanted.join(' ')));
    const ranked = known.map((entry) => ({ entry, score: rank(entry, wanted) })).filter(({ score }) => score > 0);
    const sorted = ranked.sort((one, other) => other.score - one.score).map(({ entry }) => entry);
    return [...called, ...sorted.filter((entry) => !called.includes(entry))].slice(0, MOST);
  };

  /** A commune by its very name, with or without what kind it is: whoever types it wants its page and no other. */
  const isCalled = (entry, phrase) =>
    entry.address.startsWith('/xa-phuong/') && [entry.head.trim(), entry.head.trim().replace(/^(phuong|xa) /, '')].includes(phrase);

  /** Text nodes only: whatever an index may hold, nothing of it becomes markup. */
  const line = (entry) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = entry.address;
    link.textContent = entry.heading ? `${entry.title} › ${entry.heading}` : entry.title;
    item.append(link);
    if (entry.text) {
      const told = document.createElement('p');
      told.textContent = entry.text.length > 140 ? `${entry.text.slice(0, 140)}…` : entry.text;
      item.append(told);
    }
    return item;
  };

  /** The rest waits behind a button when a commune is called as somebody typed. */
  const lines = (entries, phrase) => {
    const called = entries.filter((entry) => isCalled(entry, phrase)).length;
    const items = entries.map(line);
    const rest = items.slice(called);
    if (!called || !rest.length) return items;
    for (const item of rest) item.hidden = true;
    const more = document.createElement('li');
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: words.more.replace('{n}', String(rest.length)) });
    button.addEventListener('click', () => {
      more.remove();
      for (const item of rest) item.hidden = false;
      rest[0].querySelector('a').focus();
    });
    more.append(button);
    return [...items.slice(0, called), more, ...rest];
  };

  const attach = (form, results, found) => {
    const input = form.querySelector('input');
    let latest = 0;
    const show = async () => {
      const mine = ++latest;
      try {
        const entries = await find(input.value);
        if (mine !== latest) return;
        results.replaceChildren(...lines(entries, phraseOf(input.value)));
        results.hidden = !entries.length;
        found.textContent = !input.value.trim() ? '' : entries.length ? words.some.replace('{n}', String(entries.length)) : words.none;
      } catch {
        found.textContent = words.trouble;
      }
    };
    if (form.dataset.attached) return;
    form.dataset.attached = 'yes';
    input.addEventListener('input', show);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const first = results.querySelector('a');
      if (first && document.activeElement === input) first.focus();
    });
    load().catch(() => {});
    if (input.value) show();
  };

  let dialog;
  const open = () => {
    dialog ??= build();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('input').select();
  };

  const build = () => {
    const made = document.createElement('dialog');
    made.className = 'search';
    made.setAttribute('aria-label', words.label);
    const form = document.createElement('form');
    form.setAttribute('role', 'search');
    const input = document.createElement('input');
    Object.assign(input, { type: 'search', autocomplete: 'off', spellcheck: false, placeholder: words.hint });
    input.setAttribute('aria-label', words.label);
    const close = document.createElement('button');
    Object.assign(close, { type: 'button', textContent: words.close });
    close.addEventListener('click', () => made.close());
    form.append(input, close);
    const found = document.createElement('p');
    found.setAttribute('role', 'status');
    const results = document.createElement('ol');
    results.className = 'results';
    made.append(form, found, results);
    // A search field takes the first Escape for itself; here it closes.
    made.addEventListener('keydown', (event) => { if (event.key === 'Escape') made.close(); });
    made.addEventListener('click', (event) => { if (event.target === made) made.close(); });
    document.body.append(made);
    attach(form, results, found);
    return made;
  };

  return { open, attach, find };
}
