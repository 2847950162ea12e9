// Enhances pages that work without it: theme, density, palette, keys in lists, one submit per form.
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
    const button = event.target.closest('[data-theme-switch], [data-density-switch], [data-palette]');
    if (!button) return;
    if (button.matches('[data-theme-switch]')) next('theme', ['auto', 'light', 'dark']);
    else if (button.matches('[data-density-switch]')) next('density', ['normal', 'compact', 'roomy']);
    else openPalette();
  });

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
