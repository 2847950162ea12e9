// Enhances pages that work without it: theme, density, rail, palette, keys in lists, file preview, one submit per form.
(() => {
  'use strict';
  const root = document.documentElement;
  const keep = (name, value) => {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
  };
  const next = (attribute, values) => {
    const value = values[(values.indexOf(root.dataset[attribute]) + 1) % values.length];
    root.dataset[attribute] = value;
    keep(`fl-${attribute}`, value);
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-theme-switch], [data-density-switch], [data-rail-switch], [data-palette]');
    if (!button) return;
    if (button.matches('[data-theme-switch]')) next('theme', ['auto', 'light', 'dark']);
    else if (button.matches('[data-density-switch]')) next('density', ['normal', 'compact', 'roomy']);
    else if (button.matches('[data-rail-switch]')) next('rail', ['wide', 'slim']);
    else openPalette();
  });

  // A row is as wide as its first link, unless the press meant something else in it.
  document.addEventListener('click', (event) => {
    const row = event.target.closest('.list tbody tr');
    if (!row || event.defaultPrevented || event.target.closest('a, button, input, select, label, details')) return;
    if (String(getSelection())) return;
    const link = row.querySelector('td > a');
    if (link) link.click();
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('input[type="file"]')) preview(event.target);
  });
  ['dragenter', 'dragleave', 'drop'].forEach((kind) => document.addEventListener(kind, (event) => {
    if (event.target.matches && event.target.matches('input[type="file"]')) event.target.classList.toggle('is-over', kind === 'dragenter');
  }));

  // What was chosen: name, size, and a picture or the first lines of a table.
  async function preview(input) {
    let shown = input.nextElementSibling;
    if (!shown || !shown.matches('.file-preview')) {
      shown = document.createElement('output');
      shown.className = 'file-preview';
      input.after(shown);
    }
    shown.replaceChildren();
    const file = input.files[0];
    if (!file) return;
    const size = file.size < 1e6 ? `${Math.ceil(file.size / 1000)} kB` : `${(file.size / 1e6).toFixed(1)} MB`;
    shown.append(Object.assign(document.createElement('strong'), { textContent: file.name }), size);
    if (/^image\/(png|jpeg|webp|gif)$/.test(file.type)) {
      const image = Object.assign(document.createElement('img'), { alt: '', src: URL.createObjectURL(file) });
      image.addEventListener('load', () => URL.revokeObjectURL(image.src));
      shown.append(image);
    } else if (/\.csv$/i.test(file.name)) {
      const lines = (await file.slice(0, 4096).text()).split(/\r?\n/).slice(0, 5);
      const table = document.createElement('table');
      lines.filter(Boolean).forEach((line) => {
        const row = table.insertRow();
        line.replace(/^\ufeff/, '').split(',').slice(0, 8).forEach((cell) => { row.insertCell().textContent = cell; });
      });
      shown.append(table);
    }
  }

  // A second press of the same button is the same press.
  document.addEventListener('submit', (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    else event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));

  const palette = () => document.getElementById('palette');
  function openPalette() {
    const dialog = palette();
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const input = dialog.querySelector('input');
    input.value = '';
    list(dialog, '');
  }
  let asked = 0;
  async function list(dialog, words) {
    const mine = ++asked;
    const entries = [...document.querySelectorAll('.rail a')]
      .map((link) => ({ title: link.textContent.trim(), href: link.getAttribute('href'), kind: '' }))
      .filter((entry) => entry.title.toLowerCase().includes(words.toLowerCase()));
    show(dialog, entries);
    if (words.trim().length < 2) return;
    const answer = await fetch(`/console/search?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
    if (mine === asked && answer.ok) show(dialog, entries.concat((await answer.json()).hits.filter((hit) => !entries.some((entry) => entry.href === hit.href))));
  }
  function show(dialog, entries) {
    const ul = dialog.querySelector('ul');
    ul.replaceChildren(...entries.slice(0, 30).map((entry) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = entry.href;
      link.append(Object.assign(document.createElement('span'), { textContent: entry.title }));
      link.append(Object.assign(document.createElement('span'), { textContent: entry.kind, className: 'second' }));
      item.append(link);
      return item;
    }));
  }
  document.addEventListener('input', (event) => {
    if (event.target.closest('#palette')) list(palette(), event.target.value);
  });

  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      openPalette();
      return;
    }
    const dialog = palette();
    if (dialog && dialog.open && (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter')) {
      const links = [...dialog.querySelectorAll('li a')];
      const at = links.indexOf(document.activeElement);
      if (event.key === 'Enter' && at < 0 && links[0]) { event.preventDefault(); links[0].click(); }
      if (event.key !== 'Enter' && links.length) {
        event.preventDefault();
        links[Math.max(0, Math.min(links.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1)))].focus();
      }
      return;
    }
    if (event.target.closest('input, select, textarea, dialog')) return;
    const close = document.querySelector('.drawer-close');
    if (event.key === 'Escape' && close) close.click();
    if (event.key === 'j' || event.key === 'k') {
      const links = [...document.querySelectorAll('.list tbody tr')].map((row) => row.querySelector('a')).filter(Boolean);
      const at = links.indexOf(document.activeElement);
      const link = links[Math.max(0, Math.min(links.length - 1, at + (event.key === 'j' ? 1 : -1)))];
      if (link) link.focus();
    }
  });
})();
