// Enhances pages that work without it: theme, density, rail, palette, fields that choose, file preview, what is typed, previews, comments, jobs, one submit per form.
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
    fetch('/console/keep', { method: 'POST', body: new URLSearchParams({ name: attribute, value }) }).catch(() => {});
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-theme-switch], [data-density-switch], [data-rail-switch], [data-palette]');
    if (!button) return;
    if (button.matches('[data-theme-switch]')) next('theme', ['auto', 'light', 'dark']);
    else if (button.matches('[data-density-switch]')) next('density', ['normal', 'compact', 'roomy']);
    else if (button.matches('[data-rail-switch]')) next('rail', ['wide', 'slim']);
    else openPalette();
  });

  // A row is as wide as its first link, unless the press meant something else in it.
  document.addEventListener('click', (event) => {
    const row = event.target.closest('.list tbody tr');
    if (!row || event.defaultPrevented || event.target.closest('a, button, input, select, label, details')) return;
    if (String(getSelection())) return;
    const link = row.querySelector('td > a');
    if (link) link.click();
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('input[type="file"]')) preview(event.target);
  });
  ['dragenter', 'dragleave', 'drop'].forEach((kind) => document.addEventListener(kind, (event) => {
    if (event.target.matches && event.target.matches('input[type="file"]')) event.target.classList.toggle('is-over', kind === 'dragenter');
  }));

  // What was chosen: name, size, and a picture or the first lines of a table.
  async function preview(input) {
    let shown = input.nextElementSibling;
    if (!shown || !shown.matches('.file-preview')) {
      shown = document.createElement('output');
      shown.className = 'file-preview';
      input.after(shown);
    }
    shown.replaceChildren();
    const file = input.files[0];
    if (!file) return;
    const size = file.size < 1e6 ? `${Math.ceil(file.size / 1000)} kB` : `${(file.size / 1e6).toFixed(1)} MB`;
    shown.append(Object.assign(document.createElement('strong'), { textContent: file.name }), size);
    if (/^image\/(png|jpeg|webp|gif)$/.test(file.type)) {
      const image = Object.assign(document.createElement('img'), { alt: '', src: URL.createObjectURL(file) });
      image.addEventListener('load', () => URL.revokeObjectURL(image.src));
      shown.append(image);
    } else if (/\.csv$/i.test(file.name)) {
      const lines = (await file.slice(0, 4096).text()).split(/\r?\n/).slice(0, 5);
      const table = document.createElement('table');
      lines.filter(Boolean).forEach((line) => {
        const row = table.insertRow();
        line.replace(/^\ufeff/, '').split(',').slice(0, 8).forEach((cell) => { row.insertCell().textContent = cell; });
      });
      shown.append(table);
    }
  }

  // A wall screen looks again by itself; without an answer it says that what it shows is old.
  const wall = document.querySelector('[data-again]');
  if (wall) {
    setInterval(async () => {
      try {
        const answer = await fetch(location.href);
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
        wall.replaceChildren(...page.querySelector('[data-again]').childNodes);
        wall.classList.remove('is-stale');
      } catch {
        wall.classList.add('is-stale');
      }
    }, wall.dataset.again * 1000);
  }

  // A long job is looked at every second; when it ends, the page shows its result.
  document.querySelectorAll('[data-job]').forEach((form) => {
    const look = async () => {
      const answer = await fetch(form.dataset.job, { headers: { Accept: 'application/json' } }).catch(() => null);
      if (!answer || !answer.ok) return;
      const job = await answer.json();
      if (job.state !== 'RUNNING') { location.reload(); return; }
      const bar = form.querySelector('progress');
      if (job.total) { bar.max = job.total; bar.value = job.done; } else bar.removeAttribute('value');
      form.querySelector('output').textContent = job.total ? `${Math.floor((100 * job.done) / job.total)} %` : '';
      setTimeout(look, 1000);
    };
    setTimeout(look, 300);
  });

  // A reported problem tells how wide the window was.
  document.querySelectorAll('[data-window-width]').forEach((place) => { place.value = window.innerWidth; });

  // Fields that choose: a combobox over the hidden code, with a tree below it where there is one.
  // Keys after the ARIA authoring practices: down and up, right opens, left closes, enter takes, escape leaves.
  document.querySelectorAll('[data-pick]').forEach((field, index) => {
    const kind = field.dataset.pick;
    const code = field.querySelector('input');
    const shown = Object.assign(document.createElement('input'), { type: 'text', id: `${code.id}-shown`, autocomplete: 'off', placeholder: field.dataset.pickHint, required: code.required, value: field.dataset.pickLabel || code.value });
    const tree = Object.assign(document.createElement('ul'), { id: `pick-${index}`, className: 'pick-tree', hidden: true });
    tree.setAttribute('role', kind === 'areas' ? 'tree' : 'listbox');
    tree.setAttribute('aria-label', field.querySelector('label').textContent);
    Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': tree.id, 'aria-haspopup': kind === 'areas' ? 'tree' : 'listbox' }).forEach(([name, value]) => shown.setAttribute(name, value));
    field.querySelector('label').htmlFor = shown.id;
    code.type = 'hidden';
    code.removeAttribute('required');
    code.after(shown);
    shown.after(tree);
    let at = null;
    let typed = 0;
    const lines = () => [...tree.querySelectorAll('[data-value]')].filter((line) => !line.parentElement.closest('[hidden]') || line.parentElement === tree);
    const open = (yes) => { tree.hidden = !yes; shown.setAttribute('aria-expanded', String(yes)); if (!yes) mark(null); };
    const mark = (line) => {
      if (at) at.removeAttribute('aria-selected');
      at = line;
      if (!line) { shown.removeAttribute('aria-activedescendant'); return; }
      line.setAttribute('aria-selected', 'true');
      shown.setAttribute('aria-activedescendant', line.id);
      line.querySelector('span').scrollIntoView({ block: 'nearest' });
    };
    const take = (line) => {
      code.value = line.dataset.value;
      shown.value = line.dataset.label;
      shown.setCustomValidity('');
      open(false);
    };
    const ask = async (query) => {
      const answer = await fetch(`/console/pick/${kind}?${new URLSearchParams({ ...query, ...(field.dataset.pickOf ? { kind: field.dataset.pickKind, id: field.dataset.pickOf } : {}) })}`, { headers: { Accept: 'application/json' } }).catch(() => null);
      return answer && answer.ok ? (await answer.json()).items : [];
    };
    let number = 0;
    const line = (item, level) => {
      const li = Object.assign(document.createElement('li'), { id: `pick-${index}-${number++}` });
      li.setAttribute('role', kind === 'areas' ? 'treeitem' : 'option');
      Object.assign(li.dataset, { value: item.value, label: item.label });
      if (kind === 'areas') li.setAttribute('aria-level', level);
      const text = document.createElement('span');
      text.append(item.label);
      if (item.note) text.append(' ', Object.assign(document.createElement('small'), { textContent: item.note }));
      if (item.below && kind === 'areas') {
        li.setAttribute('aria-expanded', 'false');
        text.prepend(Object.assign(document.createElement('i'), { className: 'pick-turn' }));
      }
      li.append(text);
      return li;
    };
    const spread = async (li, yes) => {
      if (!li.hasAttribute('aria-expanded')) return;
      let below = li.querySelector(':scope > ul');
      if (yes && !below) {
        below = document.createElement('ul');
        below.setAttribute('role', 'group');
        const level = Number(li.getAttribute('aria-level')) + 1;
        below.append(...(await ask({ parent: li.dataset.value })).map((item) => line(item, level)));
        li.append(below);
      }
      if (below) below.hidden = !yes;
      li.setAttribute('aria-expanded', String(yes));
    };
    const fill = async (words) => {
      const mine = ++typed;
      const items = await ask({ q: words });
      if (mine !== typed) return;
      tree.replaceChildren(...items.map((item) => line(item, 1)));
      if (!items.length) tree.append(Object.assign(document.createElement('li'), { className: 'second', textContent: field.dataset.pickNone, role: 'presentation' }));
      open(true);
      mark(words && items.length ? tree.querySelector('[data-value]') : null);
      if (!words && items.length === 1) spread(tree.querySelector('[data-value]'), true);
    };
    shown.addEventListener('input', () => {
      code.value = '';
      shown.setCustomValidity('');
      fill(shown.value.trim());
    });
    shown.addEventListener('click', () => { if (tree.hidden) fill(''); });
    shown.addEventListener('keydown', async (event) => {
      const all = lines();
      const place = all.indexOf(at);
      const move = (line) => { event.preventDefault(); if (line) mark(line); };
      if (event.key === 'ArrowDown' && tree.hidden) { event.preventDefault(); fill(shown.value === field.dataset.pickLabel ? '' : shown.value.trim()); return; }
      if (tree.hidden) return;
      if (event.key === 'ArrowDown') move(all[Math.min(all.length - 1, place + 1)]);
      else if (event.key === 'ArrowUp') move(all[Math.max(0, place - 1)]);
      else if (event.key === 'Home' && at) move(all[0]);
      else if (event.key === 'End' && at) move(all[all.length - 1]);
      else if (event.key === 'ArrowRight' && at && at.hasAttribute('aria-expanded')) {
        event.preventDefault();
        if (at.getAttribute('aria-expanded') === 'true') move(at.querySelector(':scope > ul > [data-value]'));
        else await spread(at, true);
      } else if (event.key === 'ArrowLeft' && at) {
        if (at.getAttribute('aria-expanded') === 'true') { event.preventDefault(); spread(at, false); } else move(at.parentElement.closest('[data-value]') || at);
      } else if (event.key === 'Enter' && at) { event.preventDefault(); take(at); } else if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); open(false); }
    });
    shown.addEventListener('blur', () => setTimeout(() => open(false), 200));
    tree.addEventListener('mousedown', (event) => event.preventDefault());
    tree.addEventListener('click', (event) => {
      const li = event.target.closest('[data-value]');
      if (!li) return;
      if (event.target.matches('.pick-turn')) { mark(li); spread(li, li.getAttribute('aria-expanded') !== 'true'); } else take(li);
    });
    if (shown.form) {
      shown.form.addEventListener('submit', (event) => {
        if (shown.value.trim() && !code.value) {
          if (kind === 'areas' && /^[0-9]{12}$/.test(shown.value.trim())) { code.value = shown.value.trim(); return; }
          event.preventDefault();
          shown.setCustomValidity(field.dataset.pickHint);
          shown.reportValidity();
        }
      }, { capture: true });
    }
  });

  // What is pasted is looked for among the published rebuttals; one press files it and answers it.
  document.querySelectorAll('textarea[data-match]').forEach((field) => {
    const shown = document.getElementById(field.dataset.match);
    let waiting = 0;
    let mine = 0;
    const marked = (title, shared) => {
      const line = document.createElement('p');
      line.className = 'second';
      line.append(shown.dataset.because, ' ');
      shared.forEach((piece) => line.append(Object.assign(document.createElement('mark'), { textContent: piece }), ' '));
      return line;
    };
    const show = (answer) => {
      const word = { ANSWERED: shown.dataset.answered, POSSIBLE: shown.dataset.possible, NONE: shown.dataset.nothing }[answer.tier];
      shown.replaceChildren(Object.assign(document.createElement('p'), { className: `tier is-${answer.tier}`, textContent: word }));
      answer.matches.forEach((match) => {
        const box = Object.assign(document.createElement('article'), { className: 'match' });
        const head = document.createElement('p');
        head.append(Object.assign(document.createElement('a'), { href: match.url, textContent: `${match.number} ${match.title}`, target: '_blank', rel: 'noopener' }));
        const press = Object.assign(document.createElement('button'), { type: 'button', textContent: shown.dataset.answer });
        press.addEventListener('click', () => {
          field.form.elements.answer.value = match.number;
          field.form.requestSubmit(field.form.querySelector('input[type="submit"].primary'));
        });
        box.append(head, marked(match.title, match.because), press);
        shown.append(box);
      });
    };
    const ask = async () => {
      const text = field.value.trim();
      const now = ++mine;
      if (text.length < 2) { shown.replaceChildren(); return; }
      const answer = await fetch('/api/v1/rumours/match', { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify({ text, limit: 3 }) }).catch(() => null);
      if (now === mine && answer && answer.ok) show(await answer.json());
    };
    field.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 250); });
    if (field.value.trim()) ask();
  });

  // What is typed is kept every few seconds for the officer alone, until the form is sent.
  document.querySelectorAll('[data-typed]').forEach((mark) => {
    const form = mark.form;
    const state = form.querySelector('.typed-state');
    const typed = () => {
      const fields = new URLSearchParams({ subject: mark.dataset.typedSubject });
      [...form.elements].forEach((field) => {
        if (field.name && field.matches('textarea, select, input:not([type="hidden"], [type="submit"])')) fields.append(field.name, field.value);
      });
      return fields;
    };
    let kept = String(typed());
    let since = 0;
    let timer = 0;
    let sending = null;
    let sent = false;
    const keep = async () => {
      const fields = typed();
      if (sent || String(fields) === kept) return;
      since = 0;
      sending = new AbortController();
      const answer = await fetch(mark.dataset.typed, { method: 'POST', body: fields, signal: sending.signal }).catch(() => null);
      if (sent) return;
      if (answer && answer.ok) kept = String(fields);
      if (state) state.textContent = answer && answer.ok ? `${state.dataset.kept} ${new Date().toLocaleTimeString(root.lang)}` : state.dataset.failed;
    };
    form.addEventListener('input', () => {
      since = since || Date.now();
      clearTimeout(timer);
      timer = setTimeout(keep, Math.max(0, Math.min(2500, since + 8000 - Date.now())));
    });
    form.addEventListener('submit', () => { sent = true; clearTimeout(timer); if (sending) sending.abort(); });
    window.addEventListener('pageshow', () => { sent = false; });
    window.addEventListener('pagehide', () => {
      if (!sent && String(typed()) !== kept) navigator.sendBeacon(mark.dataset.typed, typed());
    });
  });

  // Previews of what is typed beside it: the server makes them, here they are put in place.
  document.querySelectorAll('[data-previews]').forEach((shown) => {
    const form = shown.parentElement.querySelector('form');
    const place = (name) => shown.querySelector(`[data-preview="${name}"]`);
    let timer = 0;
    let asked = 0;
    const look = async () => {
      const mine = ++asked;
      const fields = new URLSearchParams();
      [...form.elements].forEach((field) => { if (field.name && field.matches('textarea, select, input:not([type="hidden"], [type="submit"])')) fields.append(field.name, field.value); });
      const answer = await fetch(shown.dataset.previews, { method: 'POST', body: fields }).catch(() => null);
      if (mine !== asked || !answer || !answer.ok) return;
      Object.entries(await answer.json()).forEach(([name, text]) => { const here = place(name); if (here && here.textContent !== text) here.textContent = text; });
      const verdict = form.querySelector('[name="verdict"]');
      const chip = shown.querySelector('[data-preview-verdict]');
      if (verdict && chip) { chip.className = `chip verdict is-${verdict.value}`; chip.textContent = verdict.selectedOptions[0] ? verdict.selectedOptions[0].textContent : ''; }
    };
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(look, 250); });
    look();
  });

  // A passage that is marked with mouse or keys can be commented on: a button stands beside it and fills in the form.
  document.querySelectorAll('[data-comment]').forEach((details) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'comment-here primary', textContent: details.dataset.comment, hidden: true });
    document.getElementById('content').append(button);
    const words = (range) => {
      const part = range.cloneContents();
      part.querySelectorAll('[data-sign]').forEach((sign) => sign.remove());
      return part.textContent;
    };
    const marked = () => {
      const selection = getSelection();
      if (!selection.rangeCount || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      const node = range.commonAncestorContainer;
      const field = (node.nodeType === 1 ? node : node.parentElement).closest('[data-passage]');
      return field && words(range).trim() ? { range, field } : null;
    };
    document.addEventListener('selectionchange', () => {
      const found = marked();
      button.hidden = !found;
      if (!found) return;
      const box = found.range.getBoundingClientRect();
      button.style.top = `${Math.min(innerHeight - 48, Math.max(64, box.bottom + 6))}px`;
      button.style.left = `${Math.max(8, Math.min(innerWidth - 140, box.left))}px`;
    });
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      const found = marked();
      if (!found) return;
      const raw = words(found.range);
      const quote = raw.trim();
      const before = document.createRange();
      before.setStart(found.field, 0);
      before.setEnd(found.range.startContainer, found.range.startOffset);
      const start = words(before).length + raw.indexOf(quote);
      const text = words((() => { const all = document.createRange(); all.selectNodeContents(found.field); return all; })());
      let occurrence = 1;
      for (let at = text.indexOf(quote); at >= 0 && at < start; at = text.indexOf(quote, at + 1)) occurrence += 1;
      details.open = true;
      details.querySelector('[name="field"]').value = found.field.dataset.passage;
      details.querySelector('[name="quote"]').value = quote.slice(0, 500);
      details.querySelector('[name="occurrence"]').value = occurrence;
      button.hidden = true;
      details.scrollIntoView({ block: 'nearest' });
      details.querySelector('[name="said"]').focus();
    });
  });

  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });

  // A second press of the same button is the same press.
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (event.target.dataset.sent) event.preventDefault();
    else event.target.dataset.sent = 'yes';
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));

  // A page that opens without a network is of one officer: it is gone once they sign out here, or somebody else signs in.
  const forget = async (mine) => {
    if (!('caches' in window)) return;
    const names = await caches.keys();
    await Promise.all(names.filter((name) => /^fl-(stock|on-site)-/.test(name) && !(mine && name.endsWith(mine))).map((name) => caches.delete(name)));
  };
  if (root.dataset.officer) forget(root.dataset.officer);
  document.querySelectorAll('form[action^="/session/sign-out"]').forEach((form) => form.addEventListener('submit', (event) => {
    event.preventDefault();
    forget('').catch(() => {}).finally(() => form.submit());
  }));

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
    if (mine === asked && answer.ok) show(dialog, entries.concat((await answer.json()).hits.filter((hit) => !entries.some((entry) => entry.href === hit.href))), dialog.dataset.none);
  }
  function show(dialog, entries, none) {
    const ul = dialog.querySelector('ul');
    const held = ul.contains(document.activeElement) && document.activeElement.getAttribute('href');
    ul.replaceChildren(...entries.slice(0, 30).map((entry) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = entry.href;
      link.append(Object.assign(document.createElement('span'), { textContent: entry.title }));
      link.append(Object.assign(document.createElement('span'), { textContent: entry.kind, className: 'second' }));
      item.append(link);
      return item;
    }));
    if (none && !entries.length) ul.append(Object.assign(document.createElement('li'), { textContent: none, className: 'second' }));
    // An answer that comes late does not take the focus away.
    if (held) ([...ul.querySelectorAll('a')].find((link) => link.getAttribute('href') === held) || dialog.querySelector('input')).focus();
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
        const to = Math.min(links.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1));
        (links[to] || dialog.querySelector('input')).focus();
      }
    }
  });
})();
