// The coordinators' door: reads the invitation in the address, then opens the page.
import { mount } from 'svelte';
import '../ui/base.css';
import { arrivalIn } from '../wire/account.svelte.js';
import { onWaking } from '../wire/waking.js';
import App from './App.svelte';
import { DeskFace } from './desk.svelte.js';

const face = new DeskFace(window.location.origin);
const target = document.getElementById('page');
if (target) {
  target.replaceChildren();
  mount(App, { target, props: { face } });
  void face.account.arrive(arrivalIn(window.location));
  onWaking(face);
}
