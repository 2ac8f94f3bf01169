// A link that is pasted over an open page changes no more than its fragment: the page begins anew by it, as in a tab of its own.
import { invitationIn } from './arrival.js';
import { resetIn } from './choosing-anew.svelte.js';

/** Not while `mayLeave` says no: then the link waits in the address until the page is loaded again. */
export function followLinks(mayLeave: () => boolean = () => true): void {
  window.addEventListener('hashchange', () => {
    const isLink = invitationIn(window.location) !== undefined || resetIn(window.location) !== undefined;
    if (isLink && mayLeave()) window.location.reload();
  });
}
