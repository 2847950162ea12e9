// Enhances the public pages, which work without it: answers as one pastes, and the form's little piece of work.
(() => {
  'use strict';
  const make = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // What is pasted is looked for among the published rebuttals.
  const field = document.querySelector('[data-match]');
  const shown = field && document.getElementById(field.dataset.match);
  const words = document.getElementById('live-words');
  if (field && shown && words) {
    const word = (key) => words.content.querySelector(`[data-word="${CSS.escape(key)}"]`);
    const text = (key) => word(key).textContent;
    let asked = '';
    let timer = 0;
    let running = null;
    const card = (match) => {
      const because = make('p', { className: 'second' }, text('because'), ' ');
      match.because.forEach((piece) => because.append(make('mark', { textContent: piece }), ' '));
      const path = new URL(match.url, location.href).pathname;
      const link = make('a', { href: path, textContent: match.title });
      if (field.form && field.form.method === 'post') link.target = '_blank';
      return make('li', {}, link, word(match.verdict).cloneNode(true), because);
    };
    const show = (answer) => {
      const list = make('ul', { className: 'rumours' }, ...answer.matches.map(card));
      shown.replaceChildren(make('h2', { className: `tier is-${answer.tier}`, textContent: text(answer.tier) }));
      shown.append(answer.matches.length ? list : make('p', { textContent: text('none') }));
    };
    const ask = async () => {
      const now = field.value.trim();
      if (now === asked) return;
      asked = now;
      if (running) running.abort();
      if (now.length < 4) { shown.replaceChildren(); return; }
      running = new AbortController();
      try {
        const answer = await fetch('/api/v1/rumours/match', {
          method: 'POST', signal: running.signal, credentials: 'omit',
          headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
          body: JSON.stringify({ text: now.slice(0, 20000), limit: 3 }),
        });
        if (answer.ok && now === asked) {
          const old = document.getElementById('answered');
          if (old) old.remove();
          show(await answer.json());
        }
      } catch {
        // Asking again by the button still works.
      }
    };
    field.addEventListener('input', (event) => {
      clearTimeout(timer);
      timer = setTimeout(ask, event.inputType === 'insertFromPaste' ? 0 : 180);
    });
    if (field.form && field.form.method === 'post' && field.value.trim()) ask();
  }

  // SHA-256 of a text shorter than 56 ASCII letters: one block. The browser's own is not there without TLS, and slower.
  const { k, h } = (() => {
    const found = { k: [], h: [] };
    const part = (value) => ((value - Math.floor(value)) * 4294967296) | 0;
    for (let n = 2; found.k.length < 64; n++) {
      let prime = true;
      for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
      if (prime) {
        if (found.h.length < 8) found.h.push(part(Math.sqrt(n)));
        found.k.push(part(Math.cbrt(n)));
      }
    }
    return { k: Int32Array.from(found.k), h: Int32Array.from(found.h) };
  })();
  const w = new Int32Array(64);
  const first = (letters) => {
    w.fill(0, 0, 16);
    for (let i = 0; i < letters.length; i++) w[i >> 2] |= letters.charCodeAt(i) << (24 - (i % 4) * 8);
    w[letters.length >> 2] |= 0x80 << (24 - (letters.length % 4) * 8);
    w[15] = letters.length * 8;
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15];
      const y = w[i - 2];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, i8] = h;
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (i8 + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      i8 = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    return (a + h[0]) | 0;
  };

  // The number that the form's challenge asks for, found in pieces so that the page stays awake.
  const form = document.querySelector('form[data-work]');
  if (form) {
    const working = document.getElementById(form.dataset.work);
    const progress = working.querySelector('progress');
    const { challenge, work } = form.elements;
    const old = (signed) => Date.now() / 1000 - Number(signed.split('.')[0]) > 540;
    const solve = async (signed) => {
      const [, bits, mark] = signed.split('.');
      const shift = 32 - Number(bits);
      for (let number = 0; ; number++) {
        if ((first(`${mark}.${number}`) >>> shift) === 0) return String(number);
        if (number % 4000 === 3999) {
          progress.value = 100 * (1 - Math.exp(-number / 2 ** Number(bits)));
          await new Promise((go) => { setTimeout(go); });
        }
      }
    };
    let solved = null;
    const begin = () => {
      if (!solved) solved = solve(challenge.value).then((number) => { work.value = number; });
      return solved;
    };
    // By the time that somebody has written, it is done.
    form.addEventListener('input', begin, { once: true });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      const button = form.querySelector('button[type="submit"]');
      if (button.disabled) return;
      button.disabled = true;
      working.hidden = false;
      // A clock of the reader that is wrong costs them one more challenge, no more.
      if (old(challenge.value)) {
        const fresh = await fetch('/rumours/report/challenge').catch(() => null);
        if (fresh && fresh.ok) { challenge.value = (await fresh.text()).trim(); solved = null; }
      }
      await begin();
      form.submit();
    });
    // Coming back by the browser's own way must not leave a dead button or a used challenge.
    addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
  }
})();
