// Rounds: in each one every variant is measured once, in an order chance decides, so that what the machine does besides
// falls on all of them alike, and a ratio is always of one round.
import { shuffled } from './statistics.mjs';

/** `variants`: { name: () => measured }. What each measured, by name, in the order of the rounds. */
export async function inRounds({ rounds, random, note }, variants) {
  const names = Object.keys(variants);
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1)
    for (const name of shuffled(names, random)) {
      note(`${round}/${rounds} ${name}`);
      measured[name].push(await variants[name]());
    }
  return measured;
}

/** One figure of every round of a variant. */
export const each = (measured, pick) => measured.map(pick);
