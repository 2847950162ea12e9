// The page with the microphone: orders a live page, sends it piece by piece, shows level, time and who hears it.
(() => {
  'use strict';
  const box = document.querySelector('[data-live]');
  if (!box) return;
  const address = box.dataset.live;
  const form = box.querySelector('form');
  const talking = box.querySelector('[data-live-talking]');
  const refused = box.querySelector('[data-live-refused]');
  const heard = box.querySelector('[data-live-heard]');
  const KEPT = 15;
  let now = null;

  const refuse = (words) => { refused.hidden = !words; refused.textContent = words || ''; };
  const microphone = async () => {
    if (!window.isSecureContext || !navigator.mediaDevices || !window.AudioWorkletNode) throw new Error(box.dataset.insecure);
    return navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true } })
      .catch((failure) => { throw new Error(failure.name === 'NotFoundError' ? box.dataset.noMicrophone : box.dataset.denied); });
  };

  const stop = (words) => {
    if (!now) return;
    const ended = now;
    now = null;
    clearInterval(ended.clock);
    clearInterval(ended.looking);
    ended.stream.getTracks().forEach((track) => track.stop());
    ended.context.close();
    talking.hidden = true;
    form.hidden = false;
    refuse(words);
  };
  const end = async () => {
    const mine = now;
    if (!mine) return;
    mine.ending = true;
    // What was said last is still to be sent.
    if (mine.sending) await mine.sending;
    const answer = await fetch(`${address}/${mine.id}/end`, { method: 'POST' }).catch(() => null);
    stop(answer && answer.status === 204 ? '' : box.dataset.lost);
    if (answer && answer.status === 204) location.reload();
  };

  // One piece after the other: the server takes none before the one before it.
  const send = async (mine) => {
    while (now === mine && mine.pieces.length) {
      const answer = await fetch(`${address}/${mine.id}/${mine.number}`, { method: 'POST', body: mine.pieces[0], headers: { 'Content-Type': 'application/octet-stream' } }).catch(() => null);
      if (answer && answer.status === 204) {
        mine.pieces.shift();
        mine.number += 1;
        mine.lost = 0;
        refuse('');
      } else if (answer && (answer.status === 422 || answer.status === 404 || answer.redirected)) {
        const told = answer.status === 422 ? await answer.json() : {};
        stop(told.refusal || box.dataset.over);
      } else {
        mine.lost += 1;
        refuse(box.dataset.late);
        if (mine.ending && mine.lost > 3) return;
        await new Promise((done) => { setTimeout(done, 500); });
      }
    }
  };
  const said = (mine, piece) => {
    if (now !== mine || mine.ending) return;
    mine.pieces.push(piece);
    // After a long break the newest counts; the first may be under way.
    if (mine.pieces.length > KEPT) mine.pieces.splice(1, 1);
    if (!mine.sending) mine.sending = send(mine).finally(() => { mine.sending = null; });
  };
  const look = async (mine) => {
    const answer = await fetch(`${address}/${mine.id}`).catch(() => null);
    if (!answer || !answer.ok || answer.redirected || now !== mine) return;
    const told = await answer.json();
    heard.textContent = told.heard;
    if (told.ended) stop(box.dataset.over);
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    refuse('');
    button.disabled = true;
    let stream = null;
    try {
      stream = await microphone();
      const context = new AudioContext();
      await context.audioWorklet.addModule(box.dataset.worklet);
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null);
      const told = answer && !answer.redirected && (answer.status === 201 || answer.status === 422) ? await answer.json() : { refusal: box.dataset.lost };
      if (!told.stream) { context.close(); throw new Error(told.refusal); }
      const mine = { id: told.stream, stream, context, number: 1, pieces: [], sending: null, lost: 0, ending: false };
      const node = new AudioWorkletNode(context, 'pieces', { numberOfOutputs: 0 });
      const level = box.querySelector('meter');
      node.port.addEventListener('message', ({ data }) => {
        if (data.piece) said(mine, data.piece); else level.value = data.level;
      });
      node.port.start();
      context.createMediaStreamSource(stream).connect(node);
      await context.resume();
      const begun = Date.now();
      const clock = box.querySelector('[data-live-clock]');
      mine.clock = setInterval(() => {
        const seconds = Math.floor((Date.now() - begun) / 1000);
        clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      }, 250);
      mine.looking = setInterval(() => look(mine), 2000);
      now = mine;
      form.hidden = true;
      talking.hidden = false;
      talking.querySelector('button').focus();
    } catch (failure) {
      if (stream) stream.getTracks().forEach((track) => track.stop());
      refuse(failure.message);
    } finally {
      button.disabled = false;
    }
  });
  box.querySelector('[data-live-end]').addEventListener('click', end);
  window.addEventListener('pagehide', () => { if (now) navigator.sendBeacon(`${address}/${now.id}/end`); });
  window.addEventListener('beforeunload', (event) => { if (now) event.preventDefault(); });
})();
