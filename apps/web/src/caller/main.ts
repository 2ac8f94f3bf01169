// The caller's door: one page, one line.
import { mount } from 'svelte';
import '../ui/base.css';
import { tabStorage, TicketSlip } from '../wire/ticket.js';
import { onStirring, onWaking } from '../wire/waking.js';
import App from './App.svelte';
import { words } from '../words/fr/caller.js';
import { CallerFace } from './caller.svelte.js';
import { openExit } from './quick-exit.js';

const MAIN_LINE = 'principale';
/** `/ligne/<line>`; the first of the installation where the address names none. */
const named = /^\/ligne\/([^/]+)$/.exec(window.location.pathname)?.[1];
const storage = tabStorage();
const face = new CallerFace(new TicketSlip(storage), {
  line: named ?? MAIN_LINE,
  storage,
  origin: window.location.origin,
});
const target = document.getElementById('page');
if (target) {
  target.replaceChildren();
  const onexit = openExit({
    quit: () => face.quit(),
    words: words.exit,
    to: () => face.line?.exitTo || words.exit.to,
  });
  mount(App, { target, props: { face, onexit, named: named !== undefined } });
  window.addEventListener('pagehide', () => face.last.erase());
  face.arrive();
  onWaking(face);
  onStirring(() => face.stirred());
}
