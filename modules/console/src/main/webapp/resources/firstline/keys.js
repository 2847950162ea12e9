// Without a mouse: the rows of a list, where the focus stands on a page that has just come, drawers and menus, and no emergency by the return key alone.
(() => {
  'use strict';
  const drawer = document.querySelector('aside.drawer');
  const links = () => [...document.querySelectorAll('.list tbody tr, .cards > li')]
    .map((row) => row.querySelector('td > a, :scope > a') || row.querySelector('a'))
    .filter((link) => link && link.checkVisibility());
  const opens = (address) => new URLSearchParams(address).get('open');
  const rowOf = (element) => element.closest('.list tbody tr, .cards > li');

  // What is told first is where the focus stands: a refusal, what was done, the detail of a row. Else where a field asks for it.
  const told = document.querySelector('[data-speaks]');
  const title = document.getElementById('drawer-title');
  const opened = drawer && links().find((link) => opens(link.search) && opens(link.search) === opens(location.search));
  const stand = (place) => { place.tabIndex = -1; place.focus({ preventScroll: place === title }); };
  if (opened) opened.scrollIntoView({ block: 'nearest' });
  if (!location.hash && told) stand(told);
  else if (!location.hash && title && !document.querySelector('[autofocus]')) stand(title);

  // A drawer that is closed gives the focus back to its row.
  const CLOSED = 'fl-closed';
  if (drawer) {
    drawer.querySelector('.drawer-close').addEventListener('click', () => {
      if (opened) sessionStorage.setItem(CLOSED, `${location.pathname} ${opens(location.search)}`);
    });
  } else {
    const [path, open] = (sessionStorage.getItem(CLOSED) || '').split(' ');
    sessionStorage.removeItem(CLOSED);
    const row = !told && path === location.pathname && links().find((link) => opens(link.search) === open);
    if (row) row.focus();
  }

  const typing = (element) => element.matches('select, textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="submit"], [type="button"], [type="file"])');
  const escape = (at) => {
    const menu = at.closest('details.columns[open], details.views-menu[open], details.area-switch[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else if (drawer && drawer.contains(at) && typing(at)) {
      stand(title);
    } else if (drawer && !typing(at)) {
      drawer.querySelector('.drawer-close').click();
    }
  };
  const move = (by) => {
    const all = links();
    const row = rowOf(document.activeElement);
    const at = row ? all.findIndex((link) => row.contains(link)) : all.indexOf(opened);
    const link = all[Math.max(0, Math.min(all.length - 1, at + by))];
    if (link) link.focus();
  };
  const tick = (at) => {
    const row = rowOf(at);
    const box = row && row.querySelector('input[name="pick"], input[name="row"]');
    if (box) box.click();
  };
  const many = () => {
    const place = document.querySelector('#bulk, #several, .home-bulk');
    if (!place) return;
    const around = place.closest('details');
    if (around) around.open = true;
    const first = [...place.querySelectorAll('input, select, button')].find((field) => field.checkVisibility() && !field.disabled);
    if (first) first.focus();
  };
  const keys = { j: () => move(1), k: () => move(-1), x: tick, b: many };

  document.addEventListener('keydown', (event) => {
    const at = event.target;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || at.closest('dialog')) return;
    if (event.key === 'Escape') escape(at);
    else if (event.key === 'Enter') hold(event);
    else if (keys[event.key] && !typing(at)) keys[event.key](at);
  });

  // The return key in a field sends the first button of its form. If that is one of danger, the button gets the focus instead.
  function hold(event) {
    const at = event.target;
    if (!at.form || !at.matches('input:not([type="submit"], [type="button"], [type="file"])')) return;
    if (!at.form.querySelector('[type="submit"]').matches('.danger')) return;
    event.preventDefault();
    at.closest('details, form').querySelector('[type="submit"]').focus();
  }
})();
