/* Small helps. Every page works without this file. */
(() => {
  'use strict';
  const all = (what, act) => document.querySelectorAll(what).forEach(act);
  const half = (s) => s.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));

  /* full-width digits become plain ones when the field is left, never while typing */
  all('input[inputmode=numeric]', (el) => {
    el.addEventListener('blur', () => { el.value = half(el.value); });
  });

  /* Enter does not send a careful form from a one-line field; Ctrl+Enter does from anywhere */
  all('form[data-careful]', (form) => {
    form.addEventListener('keydown', (e) => {
      if (e.isComposing || e.keyCode === 229 || e.key !== 'Enter') return;
      if (e.ctrlKey) {
        e.preventDefault();
        form.requestSubmit();
      } else if (e.target.matches('input[type=text], input[type=tel]')) {
        e.preventDefault();
      }
    });
  });

  /* a second press does not send twice (the server's key holds anyway) */
  all('form[method=post]', (form) => {
    let sent = false;
    form.addEventListener('submit', (e) => {
      if (sent) e.preventDefault();
      sent = true;
    });
    addEventListener('pageshow', () => { sent = false; });
  });

  /* what is being written is put aside by itself, ten seconds at most after it was typed */
  const newId = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  all('form[method=post]', (form) => {
    const said = form.querySelector('[data-saved]');
    if (!said || !form.querySelector('button[name=draft]')) return;
    let changed = false;
    let gone = false;
    form.addEventListener('input', () => { changed = true; });
    form.addEventListener('submit', () => { gone = true; });
    addEventListener('pageshow', () => { gone = false; });
    const keep = async () => {
      if (!changed || gone) return;
      changed = false;
      let id = form.querySelector('input[name=draft_id]');
      if (!id) {
        id = Object.assign(document.createElement('input'),
          { type: 'hidden', name: 'draft_id', value: newId() });
        form.append(id);
      }
      const body = new URLSearchParams(new FormData(form));
      body.delete('key');
      body.set('draft', '1');
      try {
        const r = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
        if (r.type !== 'opaqueredirect') throw new Error(String(r.status));
        const now = new Date().toLocaleTimeString('ja-JP',
          { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Tokyo' });
        said.textContent = now.replace(':', '時') + '分 書きかけを保存しました';
      } catch {
        changed = true;
        said.textContent = '書きかけを保存できていません。つながりを確かめてください。';
      }
    };
    setInterval(keep, 8000);
    document.addEventListener('visibilitychange', () => { if (document.hidden) keep(); });
  });

  /* characters left, counted as the server counts them */
  all('textarea[data-max]', (el) => {
    const out = document.getElementById(el.id + '-n');
    const max = Number(el.dataset.max);
    if (!out) return;
    const show = () => {
      const left = max - Array.from(el.value).length;
      out.textContent = left < 0
        ? (-left).toLocaleString('ja-JP') + '文字 多い'
        : 'あと' + left.toLocaleString('ja-JP') + '文字';
    };
    el.addEventListener('input', show);
    show();
  });

  /* a page with errors starts at its list of errors */
  const wrong = document.querySelector('.errsum');
  if (wrong) wrong.focus();

  /* a row that scrolls begins where one is */
  all('.nav, .tabs', (row) => {
    const at = row.querySelector('[aria-current]');
    if (at) row.scrollLeft = at.offsetLeft - 16;
  });

  /* who it may be, while typing; the button beside the fields does the same */
  all('form[data-similar]', (form) => {
    const names = ['name', 'kana', 'age', 'place'];
    const box = form.querySelector('#similar');
    let wait = 0;
    let last = '';
    if (!box) return;
    const put = (parent, tag, text) => {
      const el = document.createElement(tag);
      el.textContent = text;
      parent.append(el);
      return el;
    };
    const line = (k) => {
      const li = document.createElement('li');
      const who = put(li, 'p', '');
      put(who, 'b', k.name);
      who.append('　' + [k.kana, k.about].filter(Boolean).join('　'));
      const why = put(li, 'p', '');
      put(why, 'span', k.sure).className = 'chip';
      why.append(' ' + k.why);
      const at = put(li, 'p', '');
      at.className = 'small';
      const a = put(at, 'a', k.number);
      a.href = k.case;
      a.target = '_blank';
      a.rel = 'noopener';
      at.append('　' + k.desk);
      const act = put(li, 'p', '');
      act.className = 'acts';
      const join = put(act, 'button', 'このケースの相談として受ける');
      join.className = 'btn';
      join.setAttribute('formaction', k.join);
      return li;
    };
    const show = (list) => {
      box.replaceChildren();
      if (!list.length) return;
      put(box, 'h3', 'この人ではありませんか');
      const ul = document.createElement('ul');
      ul.className = 'lines alike';
      ul.append(...list.map(line));
      box.append(ul);
      put(box, 'p', 'ちがう人なら、そのまま続けてください。見てよい範囲の人だけが出ます。').className = 'small soft';
    };
    const ask = async () => {
      const body = new URLSearchParams();
      names.forEach((n) => { body.set(n, (form.elements[n] || {}).value || ''); });
      const typed = body.toString();
      if (typed === last || (body.get('name') + body.get('kana') + body.get('place')).length < 2) return;
      last = typed;
      body.set('csrf', form.elements.csrf.value);
      body.set('as', 'json');
      try {
        const got = await fetch(form.dataset.similar, { method: 'POST', body });
        if (got.ok && last === typed) show((await got.json()).candidates);
      } catch { /* the button is still there */ }
    };
    names.forEach((n) => {
      const el = form.elements[n];
      if (el) el.addEventListener('input', (e) => {
        clearTimeout(wait);
        if (!e.isComposing) wait = setTimeout(ask, 600);
      });
    });
  });

  /* "/" goes to the search box */
  document.addEventListener('keydown', (e) => {
    if (e.key !== '/' || e.isComposing || e.ctrlKey || e.altKey || e.metaKey) return;
    if (e.target.matches('input, textarea, select')) return;
    const box = document.querySelector('.find input[type=search]');
    if (!box) return;
    e.preventDefault();
    box.focus();
  });

  /* a menu closes when it is left, and on Esc */
  all('details.who', (menu) => {
    document.addEventListener('click', (e) => { if (!menu.contains(e.target)) menu.open = false; });
    menu.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape' || !menu.open) return;
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });

  /* two minutes before the screen is locked, say so */
  all('.timeout[data-minutes]', (bar) => {
    const wait = (Number(bar.dataset.minutes) - 2) * 60000;
    if (wait > 0) setTimeout(() => { bar.hidden = false; }, wait);
  });
})();
