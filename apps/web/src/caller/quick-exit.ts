// The quick exit, for who must not be seen here: the page is covered before anything else happens, then emptied, then
// another site stands in its place. Nothing of it waits for the service, and nothing that fails on the way stops it.
import { pageClock } from '../wire/clock.js';
import { ThreeShifts } from './three-shifts.js';

export type ExitPlan = {
  /** Says the last word, and wipes what is written. */
  quit: () => void;
  words: { leaving: string; title: string };
  /** The page that takes the place of this one; known before anything is asked of anybody. */
  to: () => string;
};

/** Returns the way out; Shift three times takes it too. */
export function openExit({ quit, words, to }: ExitPlan): () => void {
  let left = false;
  const exit = () => {
    left = true;
    cover(words);
    for (const wipe of [quit, () => window.sessionStorage.clear()]) {
      try {
        wipe();
      } catch {
        // Nobody is kept here because of something that could not be wiped.
      }
    }
    window.location.replace(to());
  };
  const shifts = new ThreeShifts(pageClock);
  window.addEventListener('keydown', (event) => shifts.press(event) && exit(), { capture: true });
  // A browser that brings the page back from its memory brings back an empty one: it begins anew.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted && left) window.location.reload();
  });
  return exit;
}

/** One blank sheet with one word for those who hear the page; what was under it is out of the page. */
function cover({ leaving, title }: ExitPlan['words']): void {
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.setAttribute('role', 'alert');
  document.body.replaceChildren(sheet);
  document.title = title;
  const said = document.createElement('p');
  said.className = 'unseen';
  said.textContent = leaving;
  sheet.append(said);
}
