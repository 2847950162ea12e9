// Where a schedule is written or sounds are listed: reads a text aloud, records, uploads, with the server's progress; and shows how a text runs and rhymes while it is typed.
(() => {
  'use strict';
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  document.querySelectorAll('[data-sounds]').forEach((box) => {
    const address = box.dataset.sounds;
    const chosen = box.querySelector('input[name="media"]');
    const work = box.querySelector('.sound-work');
    const refused = box.querySelector('[data-sound-refused]');
    if (!work) return;
    const buttons = box.querySelectorAll('[data-sound-speak], [data-sound-record], [data-sound-upload]');
    const busy = (yes) => {
      work.hidden = !yes;
      buttons.forEach((button) => { button.disabled = yes; });
    };
    const refuse = (words) => { refused.hidden = !words; refused.textContent = words || ''; };
    const remember = () => {
      if (chosen) chosen.value = [...box.querySelectorAll('[data-sound]')].map((line) => line.dataset.sound).join(' ');
    };
    const add = (sound) => {
      if (!chosen) { location.assign('/console/broadcast/media'); return; }
      const line = make('li', {});
      Object.assign(line.dataset, { sound: sound.sha256, made: sound.made });
      const player = make('audio', { controls: true, preload: 'auto', src: `${address}/${sound.sha256}` });
      player.setAttribute('aria-label', sound.name);
      const words = make('span', {});
      words.append(make('strong', { textContent: sound.name }), ' ', make('span', { className: 'second', textContent: sound.facts }));
      const remove = make('button', { type: 'button', textContent: box.dataset.remove });
      remove.dataset.soundRemove = '1';
      line.append(player, ' ', words, ' ', remove);
      // Read anew, it takes the place of the reading before; the same sound twice is a mistake.
      box.querySelectorAll('[data-sound]').forEach((old) => {
        if (old.dataset.sound === sound.sha256 || (sound.made === 'SPEECH' && old.dataset.made === 'SPEECH')) old.remove();
      });
      box.querySelector('ul').append(line);
      remember();
      player.focus();
    };
    box.addEventListener('click', (event) => {
      const remove = event.target.closest('[data-sound-remove]');
      if (!remove) return;
      remove.closest('[data-sound]').remove();
      remember();
      (box.querySelector('[data-sound-remove]') || box.querySelector('summary, input:not([type="hidden"]), button')).focus();
    });

    const look = async (job) => {
      const answer = await fetch(`${address}?job=${job}`).catch(() => null);
      if (!answer || !answer.ok) { busy(false); refuse(refused.dataset.lost); return; }
      const told = await answer.json();
      const bar = work.querySelector('progress');
      if (told.total) { bar.max = told.total; bar.value = told.done; } else bar.removeAttribute('value');
      if (told.state === 'RUNNING') { setTimeout(() => look(job), 400); return; }
      busy(false);
      if (told.sound) add(told.sound); else refuse(told.refusal);
    };
    const send = async (fields) => {
      const body = new FormData();
      Object.entries(fields).forEach(([name, value]) => (Array.isArray(value) ? body.append(name, value[0], value[1]) : body.append(name, value)));
      refuse('');
      busy(true);
      work.querySelector('progress').removeAttribute('value');
      const answer = await fetch(address, { method: 'POST', body }).catch(() => null);
      const told = answer && (answer.ok || answer.status === 422) ? await answer.json() : { refusal: refused.dataset.lost };
      if (told.job) look(told.job); else { busy(false); refuse(told.refusal); }
    };

    const on = (name, act) => {
      const button = box.querySelector(`[data-sound-${name}]`);
      if (button) button.addEventListener('click', () => act(button));
    };
    on('speak', () => {
      const language = document.getElementById('language');
      send({ text: document.getElementById('text').value, language: language ? language.value : 'zh' });
    });
    on('upload', () => {
      const input = make('input', { type: 'file', accept: 'audio/*,video/mp4,video/webm,.mp3,.wav,.ogg,.m4a,.flac,.amr' });
      input.addEventListener('change', () => { if (input.files[0]) send({ file: [input.files[0], input.files[0].name] }); });
      input.click();
    });
    let recorder = null;
    on('record', async (button) => {
      if (recorder) { recorder.stop(); return; }
      refuse('');
      const stream = await (navigator.mediaDevices ? navigator.mediaDevices.getUserMedia({ audio: true }) : Promise.reject()).catch(() => null);
      if (!stream) { refuse(button.dataset.denied); return; }
      const parts = [];
      const begun = Date.now();
      const words = button.textContent;
      const clock = setInterval(() => {
        const seconds = Math.floor((Date.now() - begun) / 1000);
        button.textContent = `${button.dataset.stop} ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      }, 250);
      recorder = new MediaRecorder(stream);
      button.classList.add('danger');
      recorder.addEventListener('dataavailable', (event) => parts.push(event.data));
      recorder.addEventListener('stop', () => {
        clearInterval(clock);
        stream.getTracks().forEach((track) => track.stop());
        button.textContent = words;
        button.classList.remove('danger');
        const type = recorder.mimeType;
        recorder = null;
        send({ file: [new Blob(parts, { type }), `${words} ${new Date(begun).toLocaleTimeString()}`], made: 'RECORDING' });
      });
      recorder.start();
    });
  });

  document.querySelectorAll('[data-verse]').forEach((box) => {
    const text = document.getElementById(box.dataset.of);
    const kind = document.getElementById(box.dataset.kind);
    const remarks = box.querySelector('.remarks');
    const [table, help] = [box.querySelector('table'), box.querySelector('.help')];
    const body = table.querySelector('tbody');
    let wait = 0;
    let asked = 0;
    const show = async () => {
      const mine = ++asked;
      const answer = await fetch(box.dataset.verse, { method: 'POST', body: new URLSearchParams({ text: text.value, kind: kind.value }) }).catch(() => null);
      if (!answer || !answer.ok || mine !== asked) return;
      const told = await answer.json();
      box.querySelector('output').textContent = told.facts;
      if (told.lines.length || told.remarks.length) box.open = true;
      remarks.hidden = !told.remarks.length;
      remarks.replaceChildren(...told.remarks.map((words) => make('li', { textContent: words })));
      table.hidden = !told.lines.length;
      help.hidden = !told.several.length;
      help.querySelector('[data-several]').textContent = told.several.join(' · ');
      body.replaceChildren(...told.lines.map((line) => {
        const row = make('tr', {});
        const rhyme = make('td', {});
        if (line.rhyme) rhyme.append(make('span', { className: `chip ${line.rhymes ? 'is-ok' : ''}`, textContent: line.rhyme }), ` ${line.rhymes ? body.dataset.rhymes : body.dataset.not}`);
        row.append(make('td', { className: 'main', textContent: line.text }), make('td', { className: 'number', textContent: line.syllables }), rhyme);
        return row;
      }));
    };
    const later = () => { clearTimeout(wait); wait = setTimeout(show, 400); };
    text.addEventListener('input', later);
    kind.addEventListener('change', show);
    if (text.value) show();
  });
})();
