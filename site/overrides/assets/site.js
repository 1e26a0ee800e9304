// What a page does beyond being read: another colour scheme, a list that narrows, a search that loads when asked for.
// Everything here is extra; without it all text, tables and charts are there.
'use strict';
{
  const me = document.currentScript;
  const root = document.documentElement;

  /** Lower case, without diacritics: Hòa and Hoà are hoa, Đống Đa is dong da. */
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd');

  for (const button of document.querySelectorAll('[data-scheme-switch]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const dark = root.dataset.scheme ? root.dataset.scheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.scheme = dark ? 'light' : 'dark';
      try { localStorage.setItem('scheme', root.dataset.scheme); } catch { /* private browsing: for this page only */ }
    });
  }

  const list = document.querySelector('[data-filter]');
  const box = list && document.querySelector('.finder input');
  if (list && box) {
    const found = document.querySelector('.found');
    const items = [...list.children].map((item) => ({ item, words: fold(item.querySelector('a').textContent) }));
    const isNamed = (words, phrase) => words === phrase || words.replace(/^(phuong|xa) /, '') === phrase;
    const narrow = () => {
      const wanted = fold(box.value).split(/\s+/).filter(Boolean);
      const phrase = wanted.join(' ');
      // The one that is named so; as typed, if anything is called so; else whatever holds every word.
      const named = items.some(({ words }) => isNamed(words, phrase));
      const isCalled = items.some(({ words }) => words.includes(phrase));
      let count = 0;
      for (const { item, words } of items) {
        const fits = named ? isNamed(words, phrase) : isCalled ? words.includes(phrase) : wanted.every((word) => words.includes(word));
        item.hidden = !fits;
        count += fits ? 1 : 0;
      }
      found.textContent = !wanted.length ? '' : count ? found.dataset.found.replace('{n}', String(count)) : found.dataset.none;
    };
    box.value = new URLSearchParams(location.search).get('q') ?? '';
    box.addEventListener('input', narrow);
    box.form.addEventListener('submit', (event) => {
      event.preventDefault();
      const shown = items.filter(({ item }) => !item.hidden);
      if (shown.length === 1) location.assign(shown[0].item.querySelector('a').href);
    });
    if (box.value) narrow();
  }

  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      const said = button.nextElementSibling;
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        said.textContent = button.dataset.copied;
      } catch {
        said.textContent = button.dataset.notCopied;
      }
    });
  }

  const search = () => import('/assets/search.js').then((module) => module.start(me.dataset, fold));
  for (const link of document.querySelectorAll('[data-search-open]')) {
    link.addEventListener('click', async (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      try { (await search()).open(); } catch { location.assign(link.href); }
    });
  }
  addEventListener('keydown', async (event) => {
    if (event.key !== '/' || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    (await search()).open();
  });

  const form = document.querySelector('[data-search]');
  if (form) {
    const input = form.querySelector('input');
    const attach = async () => (await search()).attach(form, document.querySelector('.results'), document.querySelector('#found'));
    input.addEventListener('focus', attach, { once: true });
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    if (input.value) attach();
  }
}
