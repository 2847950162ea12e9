// A page of an officer's own without a network: what it kept of itself (phone-queue.js, under the name of its database and the officer) is shown where the server does not answer. Nothing else is kept or answered here.
'use strict';
// Each such page registers this for itself.
const PAGE = new URL(self.registration.scope).pathname;
const PATIENCE = 6000;
const kept = (request) => caches.match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' });

// A network that is there and does not answer is none.
const page = async (request) => {
  const answer = fetch(request);
  const late = new Promise((done) => { setTimeout(done, PATIENCE); });
  try {
    const first = await Promise.race([answer, late]);
    if (first && first.status < 500) return first;
    return (await kept(request)) || answer;
  } catch (gone) {
    const old = await kept(request);
    if (old) return old;
    throw gone;
  }
};

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (url.pathname === PAGE) event.respondWith(page(request));
  } else if (url.pathname.startsWith('/resources/')) {
    event.respondWith(kept(request).then((old) => old || fetch(request)));
  }
});
