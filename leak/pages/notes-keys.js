// Run inside a page before its own scripts: every secret of its cryptography is noted as it passes the browser, private keys,
// what is agreed on and derived, the keys of messages, so that the search can look for their bytes. The page cannot tell.
{
  const { prototype } = SubtleCrypto;
  const { generateKey, importKey, deriveBits, sign } = prototype;
  const { subtle } = crypto;
  const noted = (globalThis.notedKeys = []);
  const bytesOf = (data) =>
    ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);
  const letters = (base64url) => atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));

  /** Of what is derived the first 32 bytes: a continuity is its secret and then its name, which is no secret. */
  const note = (bytes) => {
    const secret = bytes.subarray(0, 32);
    if (secret.length >= 16 && secret.some((byte) => byte !== 0))
      noted.push(Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  };

  prototype.generateKey = async function (how, _extractable, uses) {
    const made = await generateKey.call(this, how, true, uses);
    const { d } = await subtle.exportKey('jwk', made.privateKey ?? made);
    if (d) note(Uint8Array.from(letters(d), (letter) => letter.charCodeAt(0)));
    return made;
  };
  prototype.importKey = async function (form, data, ...how) {
    // A key of this kind that comes raw is another page's public one.
    if (form === 'raw' && (how[0].name ?? how[0]) !== 'ECDH') note(bytesOf(data));
    return importKey.call(this, form, data, ...how);
  };
  for (const [name, method] of Object.entries({ deriveBits, sign }))
    prototype[name] = async function (...given) {
      const made = await method.apply(this, given);
      note(new Uint8Array(made));
      return made;
    };
}
