// A form while it is typed: what is typed is kept on the server, checks and skip logic answer from there. Without it everything is checked when it is saved.
(() => {
  document.addEventListener('click', (event) => { if (event.target.closest('[data-print]')) window.print(); });

  const form = document.querySelector('form[data-draft]');
  if (!form) return;
  const PAUSE = 1500;
  const HERE = 25000;
  let rest = 0;
  let sent = '';
  let saving = false;
  const typed = () => [...new FormData(form)].map((pair) => pair.join('=')).join('&');
  const send = (asked) => {
    clearTimeout(rest);
    if (saving) return;
    sent = typed();
    htmx.ajax('POST', form.dataset.draft, { source: form, swap: 'none', values: { asked } });
  };
  form.addEventListener('input', () => { clearTimeout(rest); rest = setTimeout(() => send(false), PAUSE); });
  form.addEventListener('change', () => send(true));
  form.addEventListener('submit', () => { saving = true; clearTimeout(rest); });
  // What was typed just before the page is left, or the window closed, is kept too.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'hidden' || saving || typed() === sent) return;
    const csrf = document.querySelector('meta[name=csrf]');
    fetch(form.dataset.draft, { method: 'POST', keepalive: true, headers: csrf ? { [csrf.dataset.header]: csrf.content } : {}, body: new URLSearchParams(new FormData(form)) }).catch(() => {});
  });
  sent = typed();
  setInterval(() => { if (document.visibilityState === 'visible') send(false); }, HERE);

  document.body.addEventListener('form:skipped', (event) => {
    const skipped = new Set(event.detail.fields);
    for (const item of document.querySelectorAll('.item[data-field]:not(.item-bare)')) item.hidden = skipped.has(item.dataset.field);
  });
})();
