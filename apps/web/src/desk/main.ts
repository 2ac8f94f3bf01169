// The coordinators' door: takes the invitation out of the address, then opens the page.
import { mount } from 'svelte';
import '../ui/base.css';
import { Account, takeInvitation } from '../wire/account.svelte.js';
import App from './App.svelte';
import { DeskFace } from './desk.svelte.js';

const account = new Account();
const face = new DeskFace(account);
const target = document.getElementById('page');
if (target) {
  target.replaceChildren();
  mount(App, { target, props: { account, face } });
  void account.arrive(takeInvitation(window.location, window.history));
}
