// The stock of a store: every entry is kept in this browser under an id of its own until the server has answered it, so that off line nothing is lost and on line nothing is told twice.
(() => {
  'use strict';
  const box = document.querySelector('[data-stock]');
  if (!box) return;
  const words = box.dataset;
  const key = `fl-moved-${words.officer}`;
  const list = box.querySelector('[data-stock-queue]');
  const said = box.querySelector('[data-stock-said]');
  const kept = () => JSON.parse(localStorage.getItem(key) || '[]');
  const keep = (queue) => { localStorage.setItem(key, JSON.stringify(queue)); show(); };
  const change = (id, how) => keep(kept().flatMap((one) => (one.id === id ? how(one) : [one])));
  // randomUUID is only there over https; an id of the same form (RFC 9562, version 4) otherwise.
  const fresh = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return [...bytes].map((byte, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
  };
  const button = (text, act) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
    made.addEventListener('click', act);
    return made;
  };
  const correct = (entry) => {
    const form = [...box.querySelectorAll('[data-stock-form]')].find((one) => (entry.fields.consignment ? one.elements.consignment && one.elements.consignment.value === entry.fields.consignment : one.matches('[data-stock-main]')));
    if (!form) return;
    Object.entries(entry.fields).forEach(([name, value]) => { if (form.elements[name] && form.elements[name].type !== 'submit') form.elements[name].value = value; });
    change(entry.id, () => []);
    form.elements.quantity.focus();
  };
  function show() {
    list.replaceChildren(...kept().map((entry) => {
      const line = document.createElement('li');
      line.append(Object.assign(document.createElement('strong'), { textContent: `${entry.label} ${entry.fields.quantity}` }), ' ', Object.assign(document.createElement('span'), { className: entry.refusal ? 'error' : 'second', textContent: entry.refusal || words.waiting }));
      if (entry.refusal) line.append(' ', button(words.correct, () => correct(entry)), ' ', button(words.drop, () => change(entry.id, () => [])));
      return line;
    }));
  }
  const settled = (entry, stock) => {
    const shown = box.querySelector(`[data-stock-of="${entry.fields.batch}"]`);
    if (shown) shown.textContent = stock;
    said.textContent = `${entry.label} ${entry.fields.quantity}: ${words.told}`;
    // What came may be of a batch that has no line here yet.
    if (entry.fields.consignment && !kept().some((one) => !one.refusal)) location.reload();
  };
  let sending = false;
  const tell = async () => {
    if (sending) return;
    sending = true;
    try {
      for (let entry = kept().find((one) => !one.refusal); entry; entry = kept().find((one) => !one.refusal)) {
        const { id } = entry;
        const answer = await fetch(words.stock, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...entry.fields, id }) });
        if (answer.status === 422) {
          const { refusal } = await answer.json();
          change(id, (one) => [{ ...one, refusal }]);
        } else if (answer.ok) {
          const { stock } = await answer.json();
          change(id, () => []);
          settled(entry, stock);
        } else return;
      }
    } catch { /* Off line: it waits. */ } finally { sending = false; }
  };
  box.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target;
    const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    const pressed = event.submitter;
    if (pressed && pressed.dataset.stockKind) fields.kind = pressed.dataset.stockKind;
    fields.area = words.area;
    const choice = form.querySelector('select[name="kind"]');
    const label = choice ? choice.selectedOptions[0].textContent : pressed.textContent;
    keep([...kept(), { id: fresh(), label, fields }]);
    if (form.matches('[data-stock-main]')) ['quantity', 'place', 'reach', 'basis', 'reason'].forEach((name) => { form.elements[name].value = ''; });
    tell();
  });
  addEventListener('online', tell);
  addEventListener('storage', show);
  setInterval(tell, 15000);
  show();
  tell();
})();
