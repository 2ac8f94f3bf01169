// Tells when the page is looked at again: phones put pages to sleep without a word, and their lines die meanwhile.
export function onWaking(wake: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wake();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) wake();
  });
  window.addEventListener('online', wake);
}
