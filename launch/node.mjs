// Says in one plain sentence why Veille cannot run on this machine, if it cannot.
// Kept in the oldest module syntax there is: an old Node must still be able to read it and refuse politely.
export const OLDEST_NODE = '20.19.0';

/**
 * Ends the process where Veille cannot run. Every entry calls it before it loads anything written for a young
 * Node.
 */
export function refuseWhereItCannotRun() {
  const sentence = whyNotHere(process.versions.node, process.platform);
  if (!sentence) return;
  console.error('\n  ' + sentence + '\n');
  process.exit(1);
}

export function whyNotHere(version, platform) {
  if (platform === 'win32') {
    return 'Sous Windows, Veille se lance dans WSL : ouvrez un terminal Linux (wsl --install), puis npm start.';
  }
  if (isOlder(version, OLDEST_NODE)) {
    return 'Node ' + version + ' est trop ancien : installez Node 20.19 ou plus récent (https://nodejs.org).';
  }
  return undefined;
}

export function isOlder(version, than) {
  const have = version.split('.').map(Number);
  const want = than.split('.').map(Number);
  for (let i = 0; i < want.length; i += 1) {
    if ((have[i] || 0) !== want[i]) return (have[i] || 0) < want[i];
  }
  return false;
}
