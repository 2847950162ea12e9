// My inspections, on a phone: what is filled in is kept in this browser at every change, photos and signatures beside it, and told once it is handed in and there is a network. What every such page does stands in phone-queue.js.
(() => {
  'use strict';
  const box = document.querySelector('[data-on-site]');
  if (!box) return;
  const words = box.dataset;
  const { officer } = words;
  const list = box.querySelector('[data-on-site-queue]');
  const said = box.querySelector('[data-on-site-said]');
  const say = (text, wrong) => { said.textContent = text; said.className = text ? `message ${wrong ? 'is-error' : 'is-done'}` : ''; };
  const shows = { PHOTO: words.showsPhoto, PARTY: words.showsParty, OFFICER: words.showsOfficer };
  const forms = [...box.querySelectorAll('[data-inspection]')];

  // A visit: {id, officer, at, label, inspection, arrived, fields, pictures: [{id, kind, sha256, taken, latitude, longitude, came}], draft, told, refusal}. The bytes of its pictures lie in a store of their own: {id, bytes}.
  const queue = window.phoneQueue({ database: 'fl-on-site', version: 1, stores: ['visits', 'pictures'], entries: 'visits', officer, worker: words.worker, tellOne: (entry) => tellOne(entry), changed: () => show() });
  const { button, fresh, jpeg, kept, small, tell, within } = queue;
  const put = async (visit) => { await within('readwrite', (all) => all.put(visit)); await queue.tellOthers(); };
  const drop = async (visit) => {
    await within('readwrite', (visits, pictures) => {
      visit.pictures.forEach(({ id }) => pictures.delete(id));
      return visits.delete(visit.id);
    }, ['visits', 'pictures']);
    await queue.tellOthers();
  };

  // Every change goes to the disk after the one before it, so that none overtakes another.
  let last = Promise.resolve();
  const afterwards = (act) => { last = last.then(act, act); return last; };
  const draftOf = async (inspection) => (await kept()).find((entry) => entry.draft && entry.inspection === inspection);
  const fieldsOf = (form) => Object.fromEntries([...new FormData(form)].filter(([, value]) => typeof value === 'string' && value !== ''));
  const change = (form, act) => afterwards(async () => {
    const inspection = form.dataset.inspection;
    const draft = await draftOf(inspection) || { id: fresh(), officer, at: Date.now(), arrived: Date.now(), label: form.dataset.label, inspection, pictures: [], draft: true };
    draft.fields = fieldsOf(form);
    try {
      if (act) await act(draft);
      else await within('readwrite', (all) => all.put(draft));
    } catch { say(words.unkept, true); return; }
    if (act) await pictured(form, draft);
  });
  const withPicture = (picture, bytes) => (draft) => within('readwrite', (visits, pictures) => {
    const gone = picture.kind === 'PHOTO' ? [] : draft.pictures.filter(({ kind }) => kind === picture.kind);
    gone.forEach(({ id }) => pictures.delete(id));
    draft.pictures = draft.pictures.filter((each) => !gone.includes(each)).concat(picture);
    pictures.put({ id: picture.id, bytes });
    return visits.put(draft);
  }, ['visits', 'pictures']);
  const without = (picture) => (draft) => within('readwrite', (visits, pictures) => {
    draft.pictures = draft.pictures.filter(({ id }) => id !== picture.id);
    pictures.delete(picture.id);
    return visits.put(draft);
  }, ['visits', 'pictures']);

  // Counted where the browser can: over https, as off line is.
  const hash = async (bytes) => (crypto.subtle ? [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('') : '');
  const place = (form) => new Promise((done) => {
    if (!form.elements.place.checked || !navigator.geolocation) { done(null); return; }
    navigator.geolocation.getCurrentPosition(({ coords }) => done({ latitude: coords.latitude, longitude: coords.longitude }), () => { say(words.noPlace, true); done(null); }, { timeout: 8000, maximumAge: 60000 });
  });
  const placed = (id, where) => (draft) => {
    draft.pictures = draft.pictures.map((each) => (each.id === id ? { ...each, ...where } : each));
    return within('readwrite', (all) => all.put(draft));
  };
  // What a form still waits for before it may be handed in.
  const pending = new Map(forms.map((form) => [form, new Set()]));
  const take = async (form, kind, bytes) => {
    const picture = { id: fresh(), kind, taken: Date.now(), sha256: await hash(bytes) };
    await change(form, withPicture(picture, bytes));
    const where = await place(form);
    if (where) await change(form, placed(picture.id, where));
  };
  const taken = (form, kind, bytes) => {
    const taking = take(form, kind, bytes).finally(() => pending.get(form).delete(taking));
    pending.get(form).add(taking);
    return taking;
  };

  // The pictures of a form, as they lie on the phone.
  const shown = new Map();
  async function pictured(form, draft) {
    const where = form.querySelector('[data-pictures]');
    (shown.get(form) || []).forEach((address) => URL.revokeObjectURL(address));
    const addresses = [];
    const lines = await Promise.all(draft.pictures.map(async (picture) => {
      const stored = await within('readonly', (all) => all.get(picture.id), ['pictures']);
      const line = document.createElement('li');
      const image = Object.assign(document.createElement('img'), { width: 120, alt: shows[picture.kind] });
      if (stored) {
        image.src = URL.createObjectURL(new Blob([stored.bytes], { type: 'image/jpeg' }));
        addresses.push(image.src);
      }
      line.append(image, ' ', shows[picture.kind], ' ', new Date(picture.taken).toLocaleTimeString(), ' ', button(words.remove, () => change(form, without(picture))));
      return line;
    }));
    shown.set(form, addresses);
    queue.redrawn(where, lines, form.querySelector('input[type="file"]'));
  }

  // A signature drawn with a finger; lifted, it is kept.
  const signature = (form, canvas) => {
    const pen = canvas.getContext('2d');
    const clear = () => { pen.fillStyle = '#fff'; pen.fillRect(0, 0, canvas.width, canvas.height); pen.strokeStyle = '#111'; pen.lineWidth = 3; pen.lineCap = 'round'; };
    const at = (event) => { const frame = canvas.getBoundingClientRect(); return [(event.clientX - frame.left) * canvas.width / frame.width, (event.clientY - frame.top) * canvas.height / frame.height]; };
    let drawing = false;
    clear();
    canvas.addEventListener('pointerdown', (event) => { drawing = true; canvas.setPointerCapture(event.pointerId); pen.beginPath(); pen.moveTo(...at(event)); event.preventDefault(); });
    canvas.addEventListener('pointermove', (event) => { if (drawing) { pen.lineTo(...at(event)); pen.stroke(); } });
    canvas.addEventListener('pointerup', async () => { drawing = false; await taken(form, canvas.dataset.sign, await jpeg(canvas)); });
    form.querySelector(`[data-clear="${canvas.dataset.sign}"]`).addEventListener('click', async () => {
      clear();
      const draft = await draftOf(form.dataset.inspection);
      const signed = draft && draft.pictures.find(({ kind }) => kind === canvas.dataset.sign);
      if (signed) await change(form, without(signed));
    });
    // A name that is typed is drawn as the signature, for who cannot draw.
    const typed = form.querySelector(`[data-typed="${canvas.dataset.sign}"]`);
    typed.addEventListener('click', async () => {
      const name = form.elements[typed.dataset.from].value.trim();
      if (!name) { form.elements[typed.dataset.from].focus(); return; }
      clear();
      pen.fillStyle = '#111';
      pen.font = '40px serif';
      pen.fillText(name, 20, canvas.height / 2 + 14, canvas.width - 40);
      await taken(form, canvas.dataset.sign, await jpeg(canvas));
    });
  };

  const missing = (form, draft) => {
    const open = [...form.querySelectorAll('[data-item]')].filter((item) => !draft.fields[`a${item.dataset.item}`]);
    if (open.length) { open[0].scrollIntoView({ block: 'center' }); return `${words.open} ${open.map((item) => item.dataset.item).join('、')}`; }
    const signed = ['PARTY', 'OFFICER'].every((who) => draft.pictures.some(({ kind }) => kind === who)) && draft.fields.present;
    return signed || draft.fields.unsigned ? '' : words.signature;
  };
  forms.forEach((form) => {
    const isText = ({ type }) => type === 'text' || type === 'textarea';
    form.addEventListener('input', ({ target }) => { if (isText(target)) change(form); });
    form.addEventListener('change', async (event) => {
      if (isText(event.target)) return;
      if (event.target.type !== 'file') { change(form); return; }
      const { files } = event.target;
      const chosen = [...files];
      event.target.value = '';
      for (const file of chosen) {
        let bytes;
        try { bytes = await small(file); } catch { say(words.photoBad, true); continue; }
        await taken(form, 'PHOTO', bytes);
      }
    });
    form.querySelectorAll('canvas').forEach((canvas) => signature(form, canvas));
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      await Promise.all(pending.get(form));
      await change(form);
      const draft = await draftOf(form.dataset.inspection);
      const wrong = draft ? missing(form, draft) : words.unkept;
      if (wrong) { say(wrong, true); return; }
      await afterwards(() => put({ ...draft, draft: false, left: Date.now() }));
      say('');
      tell();
    });
  });
  const fill = async () => {
    for (const form of forms) {
      const draft = await draftOf(form.dataset.inspection);
      if (!draft) continue;
      Object.entries(draft.fields).forEach(([name, value]) => {
        const field = form.elements[name];
        if (!field) return;
        if (field.type === 'checkbox') field.checked = true;
        else field.value = value;
      });
      form.closest('details').open = true;
      await pictured(form, draft);
    }
  };
  const correct = async (visit) => {
    await put({ ...visit, id: fresh(), draft: true, refusal: undefined, told: false });
    await within('readwrite', (all) => all.delete(visit.id));
    await queue.tellOthers();
    await fill();
  };
  async function show() {
    const all = await kept();
    // What was begun for an inspection that is not this officer's any more is not lost unseen.
    const gone = all.filter(({ draft, inspection }) => draft && !forms.some((form) => form.dataset.inspection === inspection));
    const waiting = all.filter(({ draft }) => !draft);
    queue.redrawn(list, [...waiting.map((visit) => {
      const line = document.createElement('li');
      const state = visit.told ? words.picturesWaiting : words.waiting;
      line.append(Object.assign(document.createElement('strong'), { textContent: visit.label }), ' ', Object.assign(document.createElement('span'), { className: visit.refusal ? 'error' : 'second', textContent: visit.refusal || state }));
      if (visit.refusal && !visit.told) line.append(' ', button(words.correct, () => correct(visit)));
      if (visit.refusal) line.append(' ', button(words.drop, () => drop(visit)));
      return line;
    }), ...gone.map((visit) => {
      const line = document.createElement('li');
      line.append(Object.assign(document.createElement('strong'), { textContent: visit.label }), ' ', Object.assign(document.createElement('span'), { className: 'error', textContent: words.gone }), ' ', button(words.drop, () => drop(visit)));
      return line;
    })], document.querySelector('[data-on-site] summary'));
    const busy = new Set(waiting.map(({ inspection }) => inspection));
    forms.forEach((form) => { form.closest('details').hidden = busy.has(form.dataset.inspection); });
  }

  const body = ({ inspection, arrived, left, fields, pictures }) => JSON.stringify({
    inspection,
    arrived,
    left,
    present: fields.present || '',
    unsigned: fields.unsigned || '',
    note: fields.note || '',
    answers: Object.keys(fields).filter((name) => /^a\d+$/.test(name)).map((name) => name.slice(1)).map((at) => ({ place: Number(at), answer: fields[`a${at}`], note: fields[`n${at}`] || '' })),
    pictures: pictures.map(({ id, kind, sha256, taken: at, latitude, longitude }) => ({ id, kind, sha256, taken: at, latitude: latitude ?? null, longitude: longitude ?? null })),
  });
  // What the server refuses, '' if it took it, or null if it must be waited for.
  const refused = async (answer) => {
    if (answer.status === 422) return (await answer.json()).refusal;
    if (answer.ok) return '';
    if (answer.status === 409) say(words.other, true);
    else if (answer.status === 401 || answer.type === 'opaqueredirect') say(words.signedOut, true);
    return null;
  };
  const tellVisit = async (visit) => {
    const answer = await queue.send(words.onSite, visit.id, body(visit), 'application/json');
    const refusal = await refused(answer);
    if (refusal === null) return false;
    if (refusal) {
      await put({ ...visit, refusal });
      return true;
    }
    // What the server does not miss came before this page was last closed.
    const { missing: wanted } = await answer.json();
    await put({ ...visit, told: true, pictures: visit.pictures.map((picture) => ({ ...picture, came: !wanted.includes(picture.id) })) });
    return true;
  };
  const tellPicture = async (visit, picture) => {
    const stored = await within('readonly', (all) => all.get(picture.id), ['pictures']);
    const refusal = await refused(await queue.send(words.picture, picture.id, stored.bytes, 'image/jpeg'));
    if (refusal === null) return false;
    await put({ ...visit, pictures: visit.pictures.map((each) => (each.id === picture.id ? { ...each, came: true, refusal } : each)) });
    return true;
  };
  // True if the server has answered for good; false if it must wait.
  const tellOne = async (visit) => {
    if (!visit.told) return tellVisit(visit);
    const next = visit.pictures.find(({ came }) => !came);
    if (next) return tellPicture(visit, next);
    const wrong = visit.pictures.map(({ refusal }) => refusal).filter(Boolean);
    if (wrong.length) {
      await put({ ...visit, refusal: `${words.pictureRefused} ${wrong.join(' ')}` });
      return true;
    }
    await drop(visit);
    say(`${visit.label}: ${words.done}`);
    const form = forms.find((each) => each.dataset.inspection === visit.inspection);
    if (form) form.closest('details').remove();
    return true;
  };

  queue.begin(box, box.querySelector('[data-on-site-offline]'), () => say(words.unkept, true));
  fill();
})();
