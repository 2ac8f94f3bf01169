// The caller's door: one page, one line.
import { mount } from 'svelte';
import '../ui/base.css';
import { pageClock } from '../wire/clock.js';
import { tabStorage, TicketSlip } from '../wire/ticket.js';
import { onStirring, onWaking } from '../wire/waking.js';
import { words } from '../words/fr/caller.js';
import App from './App.svelte';
import { Arrival } from './arrival.svelte.js';
import type { Inside } from './inside.js';
import { openExit } from './quick-exit.js';

const MAIN_LINE = 'principale';
/** `/ligne/<line>`; the first of the installation where the address names none. */
const named = /^\/ligne\/([^/]+)$/.exec(window.location.pathname)?.[1];

const storage = tabStorage();
const slip = new TicketSlip(storage);

async function load() {
  const { open } = await import('./inside.js');
  const { origin } = window.location;
  return open(slip, { line: named ?? MAIN_LINE, storage, origin });
}

function onarrived({ face }: Inside): void {
  window.addEventListener('pagehide', () => face.last.erase());
  face.arrive();
  onWaking(face);
  onStirring(() => face.stirred());
}

const target = document.getElementById('page');
if (target) {
  const arrival = new Arrival({ load, clock: pageClock, onarrived });
  void arrival.begin();
  target.replaceChildren();
  const onexit = openExit({
    quit: () => arrival.inside?.face.quit(),
    words: words.exit,
    to: () => arrival.inside?.face.line?.exitTo || words.exit.to,
  });
  const back = slip.current !== undefined;
  mount(App, { target, props: { arrival, onexit, back, named: named !== undefined } });
}
