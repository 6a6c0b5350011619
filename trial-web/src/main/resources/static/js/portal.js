// What every page can do. Pages work without it; nothing here decides anything.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const typing = (element) => element.closest('input, textarea, select, [contenteditable]');
  const tell = (words) => { const live = one('#live'); if (live) live.textContent = words; };

  // htmx sends the CSRF token with everything that changes something.
  document.addEventListener('htmx:configRequest', (event) => {
    const csrf = one('meta[name=csrf]');
    if (csrf && event.detail.verb !== 'get') event.detail.headers[csrf.dataset.header] = csrf.content;
  });

  document.addEventListener('click', (event) => {
    const at = (selector) => event.target.closest(selector);
    if (at('[data-toggle-rail]')) {
      const open = one('#rail').classList.toggle('open');
      at('[data-toggle-rail]').setAttribute('aria-expanded', open);
    }
    if (at('[data-theme-toggle]')) {
      const root = document.documentElement;
      root.dataset.bsTheme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
      localStorage.setItem('theme', root.dataset.bsTheme);
    }
    if (at('[data-show-keys]')) one('#keys').showModal();
    if (at('[data-close-drawer]')) closeDrawer(at('[data-drawer]'));
    const fill = at('[data-fill-username]');
    if (fill) {
      one('#username').value = fill.dataset.fillUsername;
      one('#password').focus();
    }
    const copy = at('[data-copy]');
    if (copy) navigator.clipboard.writeText(copy.dataset.copy).then(() => tell(copy.getAttribute('aria-label')));
    const menu = one('.person-menu[open]');
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  // A drawer opens when htmx fills it and gives the focus back when it closes.
  let opener = null;
  const closeDrawer = (drawer) => { drawer.hidden = true; if (opener) opener.focus(); opener = null; };
  document.addEventListener('htmx:afterSwap', (event) => {
    const drawer = event.target.closest('[data-drawer]');
    if (!drawer) return;
    if (drawer.hidden) opener = document.activeElement;
    drawer.hidden = false;
    one('.drawer-content', drawer).focus();
  });

  // What Enter moves on to: the next control that is to be seen, past the other choices of the same question.
  const nextField = (from) => {
    const fields = [...from.form.elements].filter((field) => field.matches('input:not([type=hidden]), select, textarea, button[type=submit]:not([formnovalidate])')
      && field.checkVisibility() && (field.type !== 'radio' || field.checked || !from.form.querySelector(`input[name="${CSS.escape(field.name)}"]:checked`)));
    const here = fields.indexOf(from);
    return fields.find((field, at) => at > here && (field.name !== from.name || field.name === ''));
  };

  let awaitingPlace = false;
  const places = { h: '/' };
  for (const link of document.querySelectorAll('.rail a[data-key]')) places[link.dataset.key] = link.getAttribute('href');
  document.addEventListener('keydown', (event) => {
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      const form = document.activeElement.closest('form[data-save]') ?? one('form[data-save]');
      if (form) { event.preventDefault(); form.requestSubmit(); }
      return;
    }
    if (event.key === 'Escape') {
      const drawer = one('[data-drawer]:not([hidden])');
      if (drawer) closeDrawer(drawer);
    }
    if (event.key === 'Enter' && event.target.matches('form[data-enter-moves] :is(input, select)')) {
      event.preventDefault();
      nextField(event.target)?.focus();
    }
    if (typing(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (awaitingPlace) {
      awaitingPlace = false;
      if (places[event.key]) location.href = places[event.key];
    } else if (event.key === 'g') {
      awaitingPlace = true;
      setTimeout(() => { awaitingPlace = false; }, 1500);
    } else if (event.key === '?') {
      one('#keys')?.showModal();
    } else if (event.key === '/') {
      const search = one('[data-key="/"]');
      if (search) { event.preventDefault(); search.focus(); }
    }
  });

  // Time: a drag asks for the page when it ends, keys when they rest; what is being chosen is told on the way.
  const range = one('[data-time-range]');
  if (range) {
    const output = one('output', range.form);
    let rest = 0;
    let byKey = false;
    const go = () => { if (range.value !== range.defaultValue) { sessionStorage.setItem('time-focus', '1'); range.form.requestSubmit(); } };
    range.addEventListener('keydown', () => { byKey = true; });
    range.addEventListener('pointerdown', () => { byKey = false; });
    range.addEventListener('input', () => {
      const words = range.dataset.entries.replace('#', Number(range.value).toLocaleString(document.documentElement.lang));
      output.textContent = words;
      range.setAttribute('aria-valuetext', words);
      clearTimeout(rest);
      if (byKey) rest = setTimeout(go, 700);
    });
    range.addEventListener('change', () => { if (!byKey) go(); });
    if (sessionStorage.getItem('time-focus')) {
      sessionStorage.removeItem('time-focus');
      range.focus();
    }
  }
  one('[data-focus-first]')?.focus();
})();
