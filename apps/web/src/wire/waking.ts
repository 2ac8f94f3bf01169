// Tells when the page is put to sleep and looked at again, when the device loses its network, and when somebody touches the
// page: phones put pages to sleep, often without a word, and their lines die meanwhile.
export function onWaking(page: { wake(): void; sleep(): void; cutOff(): void }): void {
  const wake = () => page.wake();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) wake();
  });
  document.addEventListener('freeze', () => page.sleep());
  document.addEventListener('resume', wake);
  window.addEventListener('online', wake);
  window.addEventListener('offline', () => page.cutOff());
}

/** Tells of every sign of a hand on the page. */
export function onStirring(stirred: () => void): void {
  for (const sign of ['pointerdown', 'keydown', 'input'])
    window.addEventListener(sign, stirred, { capture: true, passive: true });
}
