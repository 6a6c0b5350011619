// Forms that a passkey confirms: <form data-passkey="get|create" data-options="path">. Asks the server what to confirm, lets the browser ask
// the person, and sends the form with the answer. What it says is checked by the server, and by anybody later.
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (ids) => ids.map((id) => ({ type: 'public-key', id: bytes(id) }));

  const get = async (asked) => {
    const credential = await navigator.credentials.get({ publicKey: {
      challenge: bytes(asked.challenge), rpId: asked.relyingParty, allowCredentials: known(asked.credentials), userVerification: 'required' } });
    const { authenticatorData, clientDataJSON, signature } = credential.response;
    return { credential: text(credential.rawId), authenticatorData: text(authenticatorData), clientData: text(clientDataJSON), assertion: text(signature) };
  };

  const create = async (asked) => {
    const credential = await navigator.credentials.create({ publicKey: {
      challenge: bytes(asked.challenge),
      rp: { id: asked.relyingParty, name: document.title },
      user: { id: bytes(asked.user), name: asked.name, displayName: asked.displayName },
      pubKeyCredParams: asked.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: known(asked.exclude),
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
      attestation: 'none' } });
    return { clientData: text(credential.response.clientDataJSON), attestation: text(credential.response.attestationObject) };
  };

  const put = (form, name, value) => {
    const field = form.querySelector(`input[type=hidden][name=${name}]`) ?? form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
    field.value = value;
  };

  const confirm = async (form) => {
    const error = form.querySelector('[data-passkey-error]');
    error.hidden = true;
    const fail = (words) => { error.textContent = words; error.hidden = false; };
    if (form.dataset.usernameFrom) {
      const username = document.querySelector(form.dataset.usernameFrom);
      if (!username.value) { fail(form.dataset.nameFirst); username.focus(); return; }
      put(form, 'username', username.value);
    }
    try {
      const csrf = document.querySelector('meta[name=csrf]');
      const asked = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { [csrf.dataset.header]: csrf.content } });
      if (!asked.ok) throw new Error('refused');
      const answer = await (form.dataset.passkey === 'create' ? create : get)(await asked.json());
      for (const [name, value] of Object.entries(answer)) put(form, name, value);
      form.submit();
    } catch (refused) {
      fail(form.dataset.failed);
    }
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.addEventListener('submit', (event) => { event.preventDefault(); confirm(form); });
  }
})();
