// The stock of a store, on a phone: every entry is kept in this browser under an id of its own until the server has answered it, so that off line nothing is lost and on line nothing is told twice. What every such page does stands in phone-queue.js; codes are read here.
(() => {
  'use strict';
  const box = document.querySelector('[data-stock]');
  if (!box) return;
  const words = box.dataset;
  const { officer } = words;
  const list = box.querySelector('[data-stock-queue]');
  const said = box.querySelector('[data-stock-said]');
  const main = box.querySelector('[data-stock-main]');
  const say = (text, wrong) => { said.textContent = text; said.className = text ? `message ${wrong ? 'is-error' : 'is-done'}` : ''; };

  // What waits: {id, officer, at, label, fields, photo, told, refusal}. Each officer sees and sends their own alone.
  const queue = window.phoneQueue({ database: 'fl-stock', version: 1, stores: ['movements'], entries: 'movements', officer, worker: words.worker, more: [words.reader], tellOne: (entry) => tellOne(entry), changed: () => show() });
  const { button, drawn, forget, fresh, keep, kept, small, tell } = queue;
  const of = (consignment) => [...box.querySelectorAll('[data-stock-form]')].find((one) => one.elements.consignment && one.elements.consignment.value === consignment);
  const correct = async (entry) => {
    const form = entry.fields.consignment ? of(entry.fields.consignment) : main;
    if (!form) return;
    Object.entries(entry.fields).forEach(([name, value]) => { if (form.elements[name] && !['submit', 'file'].includes(form.elements[name].type)) form.elements[name].value = value; });
    if (entry.photo && form.elements.photo) {
      const chosen = new DataTransfer();
      chosen.items.add(new File([entry.photo], 'photo.jpg', { type: 'image/jpeg' }));
      form.elements.photo.files = chosen.files;
      form.elements.photo.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await forget(entry);
    form.elements.quantity.focus();
  };
  async function show() {
    const lines = (await kept()).map((entry) => {
      const line = document.createElement('li');
      const state = entry.told ? words.photoWaiting : words.waiting;
      line.append(Object.assign(document.createElement('strong'), { textContent: `${entry.label} ${entry.fields.quantity}` }), ' ', Object.assign(document.createElement('span'), { className: entry.refusal ? 'error' : 'second', textContent: entry.refusal || state }));
      if (entry.refusal && !entry.told) line.append(' ', button(words.correct, () => correct(entry)));
      if (entry.refusal) line.append(' ', button(words.drop, () => forget(entry)));
      return line;
    });
    queue.redrawn(list, lines, main && main.elements.quantity);
  }

  const settled = async (entry, stock) => {
    const shown = box.querySelector(`[data-stock-of="${entry.fields.batch}"]`);
    if (shown) shown.textContent = stock;
    say(`${entry.label} ${entry.fields.quantity}: ${words.told}`);
    // What came may be of a batch that has no line here yet.
    if (entry.fields.consignment && !(await kept()).some((one) => !one.refusal)) location.reload();
  };
  // True if the server has answered for good; false if it must wait.
  const tellOne = async (entry) => {
    const answer = entry.told ? await queue.send(words.photo, entry.id, entry.photo, 'image/jpeg') : await queue.send(words.stock, entry.id, new URLSearchParams(entry.fields));
    if (answer.status === 422) {
      const { refusal } = await answer.json();
      await keep({ ...entry, refusal: entry.told ? `${words.photoRefused} ${refusal}` : refusal });
    } else if (answer.ok && entry.told) {
      await forget(entry);
    } else if (answer.ok) {
      const { stock } = await answer.json();
      if (entry.photo) await keep({ ...entry, told: true });
      else await forget(entry);
      await settled(entry, stock);
    } else {
      if (answer.status === 409) say(words.other, true);
      else if (answer.status === 401 || answer.type === 'opaqueredirect') say(words.signedOut, true);
      return false;
    }
    return true;
  };
  box.addEventListener('submit', async (event) => {
    event.preventDefault();
    const form = event.target;
    const pressed = event.submitter;
    const typed = [...new FormData(form)];
    const fields = Object.fromEntries(typed.filter(([, value]) => typeof value === 'string' && value !== ''));
    if (pressed && pressed.dataset.stockKind) fields.kind = pressed.dataset.stockKind;
    fields.area = words.area;
    const choice = form.querySelector('select[name="kind"]');
    const entry = { id: fresh(), officer, at: Date.now(), label: choice ? choice.selectedOptions[0].textContent : pressed.textContent, fields };
    const [, file] = typed.find(([, value]) => value instanceof File && value.size > 0) || [];
    if (form === main) {
      ['quantity', 'place', 'reach', 'basis', 'reason', 'photo'].forEach((name) => { form.elements[name].value = ''; });
      form.elements.photo.dispatchEvent(new Event('change', { bubbles: true }));
    }
    say('');
    const undo = (text) => {
      Object.entries(fields).forEach(([name, value]) => { if (form.elements[name] && form.elements[name].type !== 'submit') form.elements[name].value = value; });
      say(text, true);
    };
    if (file) {
      try { entry.photo = await small(file); } catch { undo(words.photoBad); return; }
    }
    try { await keep(entry); } catch { undo(words.unkept); return; }
    tell();
  });

  // A code is read from a photo of it, here: jsQR is loaded once it is wanted, and kept with the page.
  const codes = new Map((words.codes || '').split(' ').filter(Boolean).map((one) => one.split('=')));
  const reader = () => new Promise((done, fail) => {
    if (window.jsQR) { done(); return; }
    const script = Object.assign(document.createElement('script'), { src: words.reader });
    script.addEventListener('load', done);
    script.addEventListener('error', fail);
    document.head.append(script);
  });
  const read = async (file) => {
    await reader();
    const picture = await createImageBitmap(file);
    // What is small in a sharp picture is found in the third, what is large or noisy in the second.
    for (const side of [800, 500, 1200]) {
      const { canvas, pen } = drawn(picture, side);
      const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
      const found = window.jsQR(data, width, height);
      if (found && found.data) return found.data;
    }
    return '';
  };
  const go = (batch) => {
    const line = main && [...main.elements.batch.options].find((one) => one.value === batch);
    const form = line ? main : [...box.querySelectorAll('[data-stock-form]')].find((one) => one.elements.batch.value === batch);
    if (!form) { say(words.notHere, true); return; }
    if (line) main.elements.batch.value = batch;
    say(`${words.found} ${line ? line.textContent : form.querySelector('strong').textContent}`);
    form.scrollIntoView({ block: 'start' });
    form.elements.quantity.focus({ preventScroll: true });
  };
  const scan = box.querySelector('#scan');
  scan.addEventListener('change', async (event) => {
    event.stopPropagation();
    const [file] = scan.files;
    scan.value = '';
    if (!file) return;
    let text = '';
    try { text = await read(file); } catch { /* No picture: nothing was found in it. */ }
    const [, code] = /\/q\/([a-z2-9]{10})$/.exec(text) || [];
    if (!text) say(words.noCode, true);
    else if (!code) say(words.foreign, true);
    else if (!codes.has(code)) say(words.notHere, true);
    else go(codes.get(code));
  });

  queue.begin(box, box.querySelector('[data-stock-offline]'), () => say(words.unkept, true));
})();
