// Files by the folder: a queue of transfers by the tus protocol 1.0.0, three at a time, going on where they were cut. Beside it what the pages of pictures do: a slider over two versions, the focus of a cover.
(() => {
  'use strict';
  const CHUNK = 8 << 20;
  const AT_ONCE = 3;
  const SHOWN = 200;
  const TUS = { 'Tus-Resumable': '1.0.0' };
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  // Signs that turn the writing round or are not seen, and more of a name than anybody reads.
  const readable = (text) => { const plain = text.replace(/[\p{Cc}\p{Cf}]/gu, ''); return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain; };
  const later = (time) => new Promise((done) => { setTimeout(done, time); });

  document.querySelectorAll('[data-transfers]').forEach((box) => {
    const words = box.dataset;
    const area = box.querySelector('.bringing');
    const [bar, output, list] = [area.querySelector('progress'), area.querySelector('output'), area.querySelector('.queue')];
    const pause = area.querySelector('[data-pause]');
    const more = area.querySelector('[data-more-lines]');
    const see = area.querySelector('[data-see]');
    const queue = [];
    const count = { all: 0, bytes: 0, sent: 0, TAKEN: 0, ASKED: 0, REFUSED: 0 };
    let working = 0;
    let paused = false;
    let ended = 0;
    let drawn = false;

    const draw = () => {
      drawn = false;
      const done = count.TAKEN + count.ASKED + count.REFUSED;
      bar.max = Math.max(1, count.bytes);
      bar.value = count.sent;
      output.textContent = words.summary.replace('%1', done).replace('%2', count.all).replace('%3', count.ASKED).replace('%4', count.REFUSED);
      if (see) see.hidden = done === 0;
    };
    const redraw = () => { if (!drawn) { drawn = true; requestAnimationFrame(draw); } };
    // A line only for what is under way, above, and for what somebody should read, below: ten thousand lines would help nobody.
    const say = (item, text, state) => {
      if (!item.line) {
        item.line = make('li', {});
        item.line.append(make('strong', { textContent: readable(item.path) }), ' ', make('span', { className: 'second' }));
        list.prepend(item.line);
      }
      item.line.lastChild.textContent = text;
      if (!state) return;
      item.line.className = state === 'REFUSED' ? 'is-refused' : '';
      if (state !== 'TAKEN' || item.renamed) ended += 1;
      if ((state === 'TAKEN' && !item.renamed) || ended > SHOWN) item.line.remove();
      else list.append(item.line);
      item.line = null;
      more.hidden = ended <= SHOWN;
      more.textContent = words.more.replace('%1', ended - SHOWN);
    };
    const end = (item, state, text) => {
      count[state] += 1;
      count.sent += item.file.size - item.sent;
      item.sent = item.file.size;
      localStorage.removeItem(item.key);
      say(item, `${item.renamed ? `${words.renamed} ${item.renamed}. ` : ''}${text || (state === 'ASKED' ? words.isAsked : words.isTaken)}`, state);
      redraw();
    };
    const sent = (item, offset) => { count.sent += offset - item.sent; item.sent = offset; redraw(); };

    const encoded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
    const create = async (item) => {
      const metadata = `filename ${encoded(item.file.name)}${item.folder ? `,folder ${encoded(item.folder)}` : ''}`;
      const answer = await fetch(words.transfers, { method: 'POST', headers: { ...TUS, 'Upload-Length': String(item.file.size), 'Upload-Metadata': metadata } });
      if (answer.status === 413) throw new Error('full');
      const place = answer.headers.get('Location');
      if (!answer.ok || !place) throw new Error(String(answer.status));
      localStorage.setItem(item.key, new URL(place, location).pathname);
      return { place: new URL(place, location).pathname, offset: 0 };
    };
    const resume = async (item) => {
      const place = localStorage.getItem(item.key);
      if (!place) return null;
      const answer = await fetch(place, { method: 'HEAD', headers: TUS });
      if (answer.status === 423) throw new Error('423');
      if (!answer.ok) { localStorage.removeItem(item.key); return null; }
      return { place, offset: Number(answer.headers.get('Upload-Offset')) };
    };
    const transfer = async (item) => {
      const at = (await resume(item)) || (await create(item));
      sent(item, at.offset);
      while (at.offset < item.file.size) {
        if (paused) return null;
        const answer = await fetch(at.place, { method: 'PATCH', headers: { ...TUS, 'Upload-Offset': String(at.offset), 'Content-Type': 'application/offset+octet-stream' }, body: item.file.slice(at.offset, at.offset + CHUNK) });
        if (!answer.ok) throw new Error(String(answer.status));
        at.offset = Number(answer.headers.get('Upload-Offset'));
        sent(item, at.offset);
        say(item, `${words.sending} ${Math.floor((100 * at.offset) / item.file.size)} %`);
      }
      return at.place.split('/').pop();
    };
    const take = async (item, id) => {
      say(item, words.looking);
      const answer = await fetch(words.taken, { method: 'POST', body: new URLSearchParams({ taken: id }) });
      if (!answer.ok) throw new Error(String(answer.status));
      const told = await answer.json();
      // The server keeps no path, no invisible sign and no endless name: whoever brought it sees what became of it.
      if (told.name !== item.file.name) item.renamed = told.name;
      end(item, told.state === 'REFUSED' || told.state === 'ASKED' ? told.state : 'TAKEN', told.refusal && `${words.isRefused} ${told.refusal}`);
    };
    const bring = async (item) => {
      if (item.file.size === 0) { end(item, 'REFUSED', words.empty); return; }
      if (item.file.size > Number(words.largest)) { end(item, 'REFUSED', words.tooLarge); return; }
      for (let tries = 0; ; tries += 1) {
        try {
          say(item, words.sending);
          const id = await transfer(item);
          if (id === null) { queue.unshift(item); return; }
          await take(item, id);
          return;
        } catch (error) {
          if (error.message === 'full' || error.message === '410') { end(item, 'REFUSED', error.message === 'full' ? words.full : words.ended); return; }
          const signedOut = ['401', '403', '404'].includes(error.message) && tries > 2;
          say(item, signedOut ? words.signedOut : words.cut);
          if (error.message === '404') localStorage.removeItem(item.key);
          await later(Math.min(30000, 500 * 2 ** Math.min(tries, 6)));
        }
      }
    };
    const work = async () => {
      if (working >= AT_ONCE) return;
      working += 1;
      while (queue.length && !paused) await bring(queue.shift());
      working -= 1;
    };
    const add = (file, path) => {
      const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
      queue.push({ file, path, folder, sent: 0, line: null, key: `transfer ${path} ${file.size} ${file.lastModified}` });
      count.all += 1;
      count.bytes += file.size;
    };
    const begin = () => {
      area.hidden = false;
      redraw();
      for (let i = 0; i < AT_ONCE; i += 1) work();
    };
    box.querySelectorAll('input[type="file"]').forEach((input) => input.addEventListener('change', () => {
      [...input.files].forEach((file) => add(file, file.webkitRelativePath || file.name));
      input.value = '';
      begin();
    }));
    const read = (entry, folder) => new Promise((done) => {
      if (entry.isFile) {
        entry.file((file) => { add(file, folder + file.name); done(); }, done);
        return;
      }
      const reader = entry.createReader();
      const next = () => reader.readEntries(async (entries) => {
        if (!entries.length) { done(); return; }
        for (const one of entries) await read(one, `${folder}${entry.name}/`);
        next();
      }, done);
      next();
    });
    const drop = box.querySelector('[data-drop]');
    ['dragover', 'dragleave', 'drop'].forEach((name) => drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.toggle('is-over', name === 'dragover');
    }));
    drop.addEventListener('drop', async (event) => {
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
      const files = [...event.dataTransfer.files];
      if (entries.length) for (const entry of entries) await read(entry, '');
      else files.forEach((file) => add(file, file.name));
      begin();
    });
    pause.addEventListener('click', () => {
      paused = !paused;
      pause.textContent = paused ? pause.dataset.goOn : pause.dataset.pause;
      if (!paused) begin();
    });
    window.addEventListener('beforeunload', (event) => { if (working && !paused) event.preventDefault(); });
  });

  document.querySelectorAll('[data-over]').forEach((over) => {
    const range = over.querySelector('input');
    const above = over.querySelector('img:last-of-type');
    const show = () => { above.style.clipPath = `inset(0 0 0 ${range.value}%)`; };
    over.hidden = false;
    range.addEventListener('input', show);
    show();
  });

  document.querySelectorAll('[data-focus]').forEach((figure) => {
    const [x, y] = [document.getElementById('focus-x'), document.getElementById('focus-y')];
    const face = document.querySelector('[data-face] img');
    const mark = make('span', { className: 'focus-mark' });
    figure.append(mark);
    const show = () => {
      face.style.objectPosition = `${x.value}% ${y.value}%`;
      mark.style.left = `${x.value}%`;
      mark.style.top = `${y.value}%`;
    };
    figure.addEventListener('click', (event) => {
      const box = figure.querySelector('img').getBoundingClientRect();
      x.value = Math.round((100 * (event.clientX - box.left)) / box.width);
      y.value = Math.round((100 * (event.clientY - box.top)) / box.height);
      show();
    });
    [x, y].forEach((input) => input.addEventListener('input', show));
    show();
  });
})();
