// Run inside a server whose memory is measured: gives back what nobody holds, when it is asked to, and says so.
process.on('message', (asked) => {
  if (asked !== 'collect') return;
  globalThis.gc();
  process.send({ collected: true });
});
