// A button pressed before the page has come whole waits for the rest of it: the fields that the server needs stand at a form's end. Not deferred, since it is for the time before.
document.addEventListener('submit', (event) => {
  if (document.readyState !== 'loading') return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { target, submitter } = event;
  document.addEventListener('DOMContentLoaded', () => target.requestSubmit(submitter), { once: true });
}, true);
