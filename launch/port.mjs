// Knows before anything heavy is started whether the door Veille opens on is free.
import { connect, createServer } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

// The api's own defaults (apps/api/src/platform/config).
const DEFAULT_PORT = '3000';
const DEFAULT_HOST = '127.0.0.1';

const BETWEEN_TRIES_MS = 50;

const SENTENCES = {
  EADDRINUSE: (port) =>
    `Le port ${port} est déjà pris : arrêtez ce qui l’occupe, ou choisissez-en un autre (PORT=${port + 1} npm start).`,
  EACCES: (port) =>
    `Le port ${port} est réservé au système : choisissez-en un au-dessus de 1023 (PORT=3000 npm start).`,
  EADDRNOTAVAIL: () => 'HOST n’est pas une adresse de cette machine : corrigez-la, ou ne donnez pas HOST.',
};

/** The port asked for by `PORT`, checked to be free on `HOST`; refuses otherwise. */
export async function findFreePort({ PORT, HOST }) {
  const port = readPort(PORT || DEFAULT_PORT);
  const fault = await tryToListen(port, HOST || DEFAULT_HOST);
  if (!fault) return port;
  throw new Refusal(SENTENCES[fault]?.(port) ?? `Impossible d’écouter sur le port ${port} (${fault}).`);
}

function readPort(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Refusal('PORT doit être un nombre entre 0 et 65535 (PORT=3000 npm start).');
}

function tryToListen(port, host) {
  return new Promise((resolve) => {
    const trial = createServer();
    trial.once('error', (error) => resolve(error.code));
    trial.listen({ port, host }, () => trial.close(() => resolve(undefined)));
  });
}

/** Returns once somebody answers on `port`; refuses if `child`, who should, ends first. */
export async function untilItListens(port, child) {
  let gone = false;
  child.ended.then(() => (gone = true));
  while (!gone) {
    if (await answers(port)) return;
    await after(BETWEEN_TRIES_MS);
  }
  throw new Refusal(
    'Le serveur des pages n’a pas pu démarrer : voyez ci-dessus ce qu’il en dit.',
    child.said(),
  );
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
