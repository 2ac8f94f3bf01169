// The volunteers' door: reads the invitation in the address, then opens the page.
import { mount } from 'svelte';
import '../ui/base.css';
import { words } from '../words/fr/listen.js';
import { arrivalIn } from '../wire/account.svelte.js';
import { tabStorage } from '../wire/ticket.js';
import { onWaking } from '../wire/waking.js';
import App from './App.svelte';
import { ListenFace } from './listen.svelte.js';
import { Ringing } from './ringing.svelte.js';

const face = new ListenFace(window.location.origin, tabStorage());
const ringing = new Ringing({ calm: words.discreetTitle, calling: words.offered.tab });
const target = document.getElementById('page');
if (target) {
  target.replaceChildren();
  mount(App, { target, props: { face, ringing } });
  void face.account.arrive(arrivalIn(window.location));
  onWaking(face);
}
