// Forms and tables. Everything works without it; it only saves keystrokes.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A form that watches itself: shows the reason where a saved value changes, and that there is something unsaved.
  const valueOf = (item) => {
    const radios = all('input[type=radio][data-value]', item);
    const text = radios.length ? (radios.find((radio) => radio.checked)?.value ?? '') : (item.querySelector('[data-value]')?.value ?? '');
    const unit = item.querySelector('.item-unit')?.value ?? '';
    return [text, unit, item.querySelector('[data-flavour]')?.value ?? ''];
  };
  const hidden = (item, name) => item.querySelector(`input[type=hidden][name$=".${name}"]`)?.value ?? '';
  const dirty = (item) => {
    const [text, unit, flavour] = valueOf(item);
    return text !== (item.querySelector('[data-was]')?.dataset.was ?? hidden(item, 'was')) || flavour !== hidden(item, 'wasFlavour')
      || (item.querySelector('.item-unit') !== null && text !== '' && unit !== hidden(item, 'wasUnit'));
  };
  const look = (item) => {
    const changed = dirty(item);
    item.classList.toggle('item-dirty', changed);
    const why = item.querySelector('[data-why]');
    const flavour = item.querySelector('[data-flavour]')?.value ?? '';
    if (why) why.hidden = !(changed && (item.dataset.saved === 'true' || flavour !== ''));
    const clear = item.querySelector('[data-clear-radios]');
    if (clear) clear.hidden = valueOf(item)[0] === '';
  };
  for (const form of all('form[data-watch]')) {
    const items = all('.item[data-saved]', form);
    const state = document.querySelector('[data-dirty-state]');
    const refresh = () => { if (state) state.hidden = !items.some(dirty); };
    for (const item of items) {
      look(item);
      item.addEventListener('input', () => { look(item); refresh(); });
      item.addEventListener('change', () => { look(item); refresh(); });
    }
    form.addEventListener('click', (event) => {
      const clear = event.target.closest('[data-clear-radios]');
      if (!clear) return;
      const item = clear.closest('.item');
      all('input[type=radio]', item).forEach((radio) => { radio.checked = false; });
      look(item); refresh();
    });
    let leaving = false;
    form.addEventListener('submit', () => { leaving = true; });
    window.addEventListener('beforeunload', (event) => { if (!leaving && items.some(dirty)) event.preventDefault(); });
    refresh();
  }

  // The matrix by arrow keys: one stop for Tab, the rest by arrows.
  for (const table of all('table[data-matrix]')) {
    const rows = all('tbody tr', table).map((row) => all('a', row));
    rows.forEach((row, y) => row.forEach((link, x) => { link.tabIndex = x === 0 && y === 0 ? 0 : -1; }));
    table.addEventListener('keydown', (event) => {
      const y = rows.findIndex((row) => row.includes(event.target));
      if (y < 0) return;
      const x = rows[y].indexOf(event.target);
      const steps = { ArrowUp: [y - 1, x], ArrowDown: [y + 1, x], ArrowLeft: [y, x - 1], ArrowRight: [y, x + 1], PageUp: [Math.max(0, y - 10), x], PageDown: [Math.min(rows.length - 1, y + 10), x], Home: event.ctrlKey ? [0, 0] : [y, 0], End: event.ctrlKey ? [rows.length - 1, rows.at(-1).length - 1] : [y, rows[y].length - 1] };
      const to = steps[event.key];
      const link = to && rows[to[0]]?.[to[1]];
      if (!link) return;
      event.preventDefault();
      event.target.tabIndex = -1;
      link.tabIndex = 0;
      link.focus();
    });
  }
})();
