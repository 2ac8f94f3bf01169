// The volunteers' door: reads the link in the address, then opens the page.
import { mount } from 'svelte';
import '../ui/base.css';
import { words } from '../words/fr/listen.js';
import { arrivalIn } from '../staff/arrival.js';
import { showNothingLeft } from '../staff/at-post.svelte.js';
import { tabStorage } from '../wire/ticket.js';
import { ChoosingAnew, resetIn } from '../staff/choosing-anew.svelte.js';
import { followLinks } from '../staff/links.js';
import { onStirring, onWaking } from '../wire/waking.js';
import App from './App.svelte';
import Anew from '../staff/Anew.svelte';
import { ListenFace } from './listen.svelte.js';
import { Ringing } from './ringing.svelte.js';

const face = new ListenFace(window.location.origin, tabStorage());
const ringing = new Ringing({ calm: words.discreetTitle, calling: words.offered.tab });
const reset = resetIn(window.location);
/** Somebody is there: nothing that is pasted sends them away. */
const withSomebody = ['offered', 'talking', 'ending'];
const target = document.getElementById('page');
if (target) {
  followLinks(() => !withSomebody.includes(face.state.at));
  target.replaceChildren();
  if (reset !== undefined) mount(Anew, { target, props: { anew: new ChoosingAnew(reset) } });
  else {
    mount(App, { target, props: { face, ringing } });
    void face.account.arrive(arrivalIn(window.location));
    onWaking(face);
    onStirring(() => face.account.staying.stirs());
    face.account.staying.whenAsked = () => void ringing.tryOut();
    showNothingLeft(() => face.account.atPost.post !== undefined);
  }
}
