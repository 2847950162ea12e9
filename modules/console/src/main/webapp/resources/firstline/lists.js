// Boxes of a list: how many are ticked, all of the page at once, and no step without a record or a word.
(() => {
  'use strict';
  const form = document.getElementById('bulk');
  if (!form) return;
  const ticks = [...document.querySelectorAll('input.tick')];
  const whole = form.querySelector('[data-tick-all]');
  const all = form.querySelector('input[name="all"]');
  const told = form.parentElement.querySelector('[data-ticked]');
  const count = () => {
    const ticked = ticks.filter((one) => one.checked).length;
    told.textContent = ticked ? told.dataset.ticked.replace('#', ticked) : '';
    if (ticked) form.parentElement.open = true;
    whole.checked = ticked > 0 && ticked === ticks.length;
    whole.indeterminate = ticked > 0 && ticked < ticks.length;
    const none = !ticked && !(all && all.checked);
    form.querySelectorAll('button[name="step"]').forEach((button) => { button.disabled = none; });
  };
  whole.closest('label').hidden = false;
  whole.addEventListener('change', () => { ticks.forEach((one) => { one.checked = whole.checked; }); count(); });
  if (all) all.addEventListener('change', count);
  ticks.forEach((one) => one.addEventListener('change', count));
  form.querySelectorAll('button[name="step"]').forEach((button) => button.addEventListener('click', () => {
    // What this step asks for is required; what the others ask for is not.
    form.querySelectorAll('select, input:not([type="hidden"], [type="checkbox"])').forEach((field) => { field.required = field.closest('.bulk-step') === button.closest('.bulk-step'); });
  }));
  window.addEventListener('pageshow', count);
  count();
})();
