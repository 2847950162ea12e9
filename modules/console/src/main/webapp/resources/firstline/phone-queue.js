// What a page on a phone keeps until the server has answered it: entries in this browser's database, told one after the other once there is a network, for their own officer alone; the page itself, kept for the time off line; photos made small and bare.
'use strict';
window.phoneQueue = ({ database, version, stores, entries, officer, worker, more = [], tellOne, changed }) => {
  const SIDE = 1600;
  const opened = new Promise((done, fail) => {
    const asked = indexedDB.open(database, version);
    asked.onupgradeneeded = () => stores.filter((name) => !asked.result.objectStoreNames.contains(name)).forEach((name) => asked.result.createObjectStore(name, { keyPath: 'id' }));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  // What is done with several stores is done whole or not at all; it is on the disk once this is answered.
  const within = async (mode, act, names = [entries]) => {
    const transaction = (await opened).transaction(names, mode, { durability: 'strict' });
    const asked = act(...names.map((name) => transaction.objectStore(name)));
    return new Promise((done, fail) => {
      transaction.oncomplete = () => done(asked && asked.result);
      transaction.onabort = () => fail(transaction.error);
    });
  };
  const kept = async () => (await within('readonly', (all) => all.getAll())).filter((one) => one.officer === officer).sort((one, other) => one.at - other.at);
  const others = new BroadcastChannel(database);
  const tellOthers = async () => { await changed(); others.postMessage('changed'); };
  const keep = async (entry) => { await within('readwrite', (all) => all.put(entry)); await tellOthers(); };
  const forget = async (entry) => { await within('readwrite', (all) => all.delete(entry.id)); await tellOthers(); };

  // randomUUID is only there over https; an id of the same form (RFC 9562, version 4) otherwise.
  const fresh = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    return [...bytes].map((byte, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + byte.toString(16).padStart(2, '0')).join('');
  };
  // Whether there is a network is known by asking: the browser alone believes in one where nothing answers. Set once the page begins.
  let network = () => {};
  const asked = async (address, how) => {
    try {
      const answer = await fetch(address, how);
      network(true);
      return answer;
    } catch (gone) {
      network(false);
      throw gone;
    }
  };
  const send = (address, id, body, type) => asked(`${address}?${new URLSearchParams({ id, officer })}`, { method: 'POST', redirect: 'manual', body, headers: type ? { 'Content-Type': type } : {} });
  let sending = false;
  // One after the other; tellOne answers false if the server must be waited for.
  const tell = async () => {
    if (sending) return;
    sending = true;
    try {
      const next = async () => (await kept()).find((one) => !one.refusal && !one.draft);
      for (let entry = await next(); entry && await tellOne(entry); entry = await next());
    } catch { /* Off line: it waits. */ } finally { sending = false; }
  };

  // At most so many pixels a side, the right way up: what told of place and camera is gone with the file.
  const drawn = (picture, side) => {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale))];
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return { canvas, pen };
  };
  const jpeg = async (canvas) => {
    const made = await new Promise((done) => { canvas.toBlob(done, 'image/jpeg', 0.8); });
    return made.arrayBuffer();
  };
  const small = async (file) => jpeg(drawn(await createImageBitmap(file), SIDE).canvas);

  // The page keeps itself and what it loads for the time without a network, for this officer alone.
  const keepPage = async (box) => {
    const answer = await asked(location.pathname, { redirect: 'manual' });
    if (!answer.ok || !(await answer.clone().text()).includes(officer)) return;
    const cache = await caches.open(`${database}-${officer}`);
    await cache.put(location.pathname, answer);
    const loaded = [...document.querySelectorAll('link[href], script[src], use')].map((one) => (one.getAttribute('href') || one.src).replace(/#.*/, ''));
    const wanted = [...new Set([...loaded, ...more])].map((one) => new URL(one, location)).filter((one) => one.origin === location.origin);
    await Promise.all(wanted.map(async ({ href }) => { if (!(await cache.match(href))) await cache.add(href); }));
    const current = new Set([location.origin + location.pathname, ...wanted.map(({ href }) => href)]);
    await Promise.all((await cache.keys()).filter(({ url }) => !current.has(url)).map((old) => cache.delete(old)));
    box.dataset.kept = 'yes';
  };
  const begin = (box, offline, unkept) => {
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    network = (there) => { offline.hidden = there; offline.textContent = there ? '' : box.dataset.offline; };
    network(navigator.onLine);
    if ('serviceWorker' in navigator) {
      navigator.serviceWorker.register(worker, { scope: location.pathname }).then(() => keepPage(box)).catch(() => { /* Off line: what was kept is kept. */ });
    }
    addEventListener('online', () => { network(true); tell(); });
    addEventListener('offline', () => network(false));
    others.addEventListener('message', changed);
    setInterval(tell, 15000);
    changed().then(tell, unkept);
  };
  const button = (text, act) => {
    const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
    made.addEventListener('click', act);
    return made;
  };
  // A button that goes with its line gives the focus to the next one, or back to where one goes on.
  const redrawn = (list, lines, after) => {
    const held = list.contains(document.activeElement);
    list.replaceChildren(...lines);
    const next = held && (list.querySelector('button') || after);
    if (next) next.focus();
  };
  return { begin, button, drawn, forget, fresh, jpeg, keep, kept, redrawn, send, small, tell, tellOthers, within };
};
