// Right behind its table, before it is painted: the columns in the officer's order. And the menu that arranges them.
(() => {
  'use strict';
  const listing = document.currentScript.closest('.listing');
  const table = listing.querySelector('table.list');
  const order = (table.dataset.order || '').split(' ').filter(Boolean).map(Number);
  if (order.length) {
    table.querySelectorAll('tr').forEach((row) => {
      const cells = [...row.children];
      if (cells.length === order.length) row.append(...order.map((place) => cells[place - 1]));
    });
    const hidden = (table.dataset.hidden || '').split(' ').filter(Boolean).map(Number);
    table.dataset.hidden = hidden.map((place) => order.indexOf(place) + 1).join(' ');
  }
  listing.querySelectorAll('.columns-order button').forEach((button) => button.addEventListener('click', (event) => {
    event.preventDefault();
    const item = button.closest('li');
    const beside = button.name === 'up' ? item.previousElementSibling : item.nextElementSibling;
    if (!beside) return;
    if (button.name === 'up') beside.before(item); else beside.after(item);
    button.focus();
  }));
})();
