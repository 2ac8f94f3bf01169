// The caller's door: one page, one line.
import { mount } from 'svelte';
import '../ui/base.css';
import { tabStorage, TicketSlip } from '../wire/ticket.js';
import { onWaking } from '../wire/waking.js';
import App from './App.svelte';
import { CallerFace } from './caller.svelte.js';

const MAIN_LINE = 'principale';
const storage = tabStorage();
const face = new CallerFace(new TicketSlip(storage), {
  line: MAIN_LINE,
  storage,
  origin: window.location.origin,
});
const target = document.getElementById('page');
if (target) {
  target.replaceChildren();
  mount(App, { target, props: { face } });
  face.arrive();
  onWaking(() => face.wake());
}
