// The coordinators' door: reads the link in the address, then opens the page.
import { mount } from 'svelte';
import '../ui/base.css';
import { arrivalIn } from '../staff/arrival.js';
import { showNothingLeft } from '../staff/at-post.svelte.js';
import { ChoosingAnew, resetIn } from '../staff/choosing-anew.svelte.js';
import { followLinks } from '../staff/links.js';
import { onStirring, onWaking } from '../wire/waking.js';
import App from './App.svelte';
import Anew from '../staff/Anew.svelte';
import { DeskFace } from './desk.svelte.js';

const face = new DeskFace(window.location.origin);
const reset = resetIn(window.location);
const target = document.getElementById('page');
if (target) {
  followLinks();
  target.replaceChildren();
  if (reset !== undefined) mount(Anew, { target, props: { anew: new ChoosingAnew(reset) } });
  else {
    mount(App, { target, props: { face } });
    void face.account.arrive(arrivalIn(window.location));
    onWaking(face);
    onStirring(() => face.account.staying.stirs());
    showNothingLeft(() => face.account.atPost.post !== undefined);
  }
}
