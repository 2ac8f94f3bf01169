// The table of lives against what the rules really do: on thousands of random steps nothing else happens, and all of it does.
import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ana, bo, chloe, inFrench, t0, theCaller, theVolunteer, vera, walt } from '../test/a-line.js';
import { lost, remembered, saidOf, type Word } from '../test/a-loss.js';
import { endConversation, handBack, loseCaller, loseVolunteer } from './conversation.js';
import { handOver } from './hand-over.js';
import { conversationFrom, offerId, placeId } from './ids.js';
import { join, lapse, leave, outwait, wake } from './line.js';
import { emptyLine, type LiveLine } from './live-line.js';
import { callerLife, isStep, type LifeStep, type LiveRule, liveRules, volunteerLife } from './lives.js';
import {
  acceptOffer,
  declineOffer,
  expireOffer,
  makeOffer,
  skipCaller,
  standOffer,
  withdrawOffer,
} from './offer.js';
import { appear } from './presence.js';
import { becomeFree, goAway, lapseShift, startShift, stopShift } from './volunteer.js';

const callers = [ana, bo, chloe];
const volunteers = [vera, walt];
const nth = <T>(all: readonly T[], n: number, none: T): T => all.at(n % Math.max(1, all.length)) ?? none;

/** What a rule is asked with: any of those who are there, at this instant. */
type Turn = { now: number; who: number; asks: boolean };
type Told = (line: LiveLine, turn: Turn) => { line: LiveLine };

const caller = ({ who }: Turn) => nth(callers, who, ana);
const volunteer = ({ who }: Turn) => nth(volunteers, who, vera);
const offer = (line: LiveLine, { who }: Turn) => nth([...line.offers.keys()], who, offerId('none'));
const talk = (line: LiveLine, { who }: Turn) =>
  nth([...line.conversations.keys()], who, conversationFrom(offerId('none')));
const answer = (line: LiveLine, turn: Turn) => {
  const id = offer(line, turn);
  return { offer: id, by: line.offers.get(id)?.volunteer ?? vera, now: turn.now };
};
const lapses = ({ now }: Turn) => ({ grace: 5, now });

/** What is told after a loss has stories of its own. */
type Ruled = Exclude<LiveRule, 'putBack' | 'remainsOver'>;
const ruled = liveRules.filter((rule): rule is Ruled => rule !== 'putBack' && rule !== 'remainsOver');
const rules: Record<Ruled, Told> = {
  join: (line, turn) => join(line, { id: caller(turn), language: 'fr', now: turn.now }),
  leave: (line, turn) => leave(line, caller(turn)),
  lapse: (line, turn) => lapse(line, caller(turn), lapses(turn)),
  outwait: (line, turn) => outwait(line, caller(turn), { limit: 20, now: turn.now }),
  wake: (line, turn) => wake(line, caller(turn)),
  makeOffer: (line, { now, asks }) =>
    makeOffer(line, { id: offerId(`o${now}`), at: asks ? 'asking' : 'standing', now, until: now + 70 }),
  standOffer: (line, turn) => standOffer(line, offer(line, turn), { now: turn.now, until: turn.now + 70 }),
  skipCaller: (line, turn) => skipCaller(line, offer(line, turn), turn.now),
  acceptOffer: (line, turn) => acceptOffer(line, answer(line, turn)),
  declineOffer: (line, turn) => declineOffer(line, answer(line, turn), turn.now + 9),
  expireOffer: (line, turn) => expireOffer(line, offer(line, turn), { now: turn.now, missesBeforeAway: 2 }),
  withdrawOffer: (line, turn) => withdrawOffer(line, offer(line, turn)),
  endConversation: (line, turn) => endConversation(line, talk(line, turn), turn.now + 9),
  handBack: (line, turn) => {
    const conversation = talk(line, turn);
    const by = line.conversations.get(conversation)?.volunteer ?? vera;
    return handBack(line, {
      conversation,
      by,
      breatherUntil: turn.now + 9,
      restsUntil: turn.now + 9,
    });
  },
  handOver: (line, turn) => {
    const conversation = talk(line, turn);
    const by = line.conversations.get(conversation)?.volunteer ?? vera;
    const [offer, until, now] = [offerId(`h${turn.now}`), turn.now + 70, turn.now];
    const times = { breatherUntil: now + 9, restsUntil: now + 9, until, now };
    return handOver(line, { conversation, by, to: by === vera ? walt : vera, offer, ...times });
  },
  loseCaller: (line, turn) =>
    loseCaller(line, talk(line, turn), { ...lapses(turn), breatherUntil: turn.now + 9 }),
  loseVolunteer: (line, turn) => loseVolunteer(line, talk(line, turn), lapses(turn)),
  startShift: (line, turn) =>
    startShift(line, { id: volunteer(turn), from: placeId('home'), languages: inFrench, now: turn.now }),
  becomeFree: (line, turn) => becomeFree(line, volunteer(turn), turn.now),
  goAway: (line, turn) => goAway(line, volunteer(turn)),
  stopShift: (line, turn) => stopShift(line, volunteer(turn)),
  lapseShift: (line, turn) => lapseShift(line, volunteer(turn), lapses(turn)),
};

const everybody = [...callers.map(theCaller), ...volunteers.map(theVolunteer)];
const deed = fc.record({
  // Arriving and matching most often, so that a story gets somewhere.
  by: fc.oneof(
    fc.constantFrom(...ruled),
    fc.constantFrom<Ruled>('join', 'startShift', 'makeOffer', 'acceptOffer', 'lapseShift'),
  ),
  who: fc.nat(5),
  asks: fc.boolean(),
  passes: fc.constantFrom(0, 1, 5, 20, 80),
  /** Whose tabs are answered for in this moment: a bit for each of them. */
  here: fc.oneof(fc.constant(31), fc.constant(31), fc.nat(31)),
});
type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never;

type Taken = (who: 'caller' | 'volunteer', step: LifeStep<string>) => void;

/** Goes through a story, and tells every step that somebody took in it. */
function walk(story: Deed[], taken: Taken): void {
  let [line, now] = [emptyLine, t0];
  for (const { by, who, asks, passes, here } of story) {
    now += passes + 1;
    everybody.forEach((person, n) => {
      if ((here >> n) % 2 === 1) line = appear(line, person, now + 10).line;
    });
    const after = rules[by](line, { now, who, asks }).line;
    compare([line, after], by, taken);
    line = after;
  }
}

function compare([before, after]: [LiveLine, LiveLine], by: LiveRule, taken: Taken): void {
  for (const id of callers) {
    const [from, to] = [before.callers.get(id)?.at ?? 'gone', after.callers.get(id)?.at ?? 'gone'];
    if (from !== to) taken('caller', { from, by, to });
  }
  for (const id of volunteers) {
    const [from, to] = [before.volunteers.get(id)?.at ?? 'off', after.volunteers.get(id)?.at ?? 'off'];
    if (from !== to) taken('volunteer', { from, by, to });
  }
}

/** The same after a loss: what everybody remembers is told, in any order. */
function rebuild(words: Word[], taken: Taken): void {
  let line = lost();
  for (const word of words) {
    const after = saidOf(line, word, t0 + 60_000);
    compare([line, after], word.isOver ? 'remainsOver' : 'putBack', taken);
    line = after;
  }
}

const lives: Record<'caller' | 'volunteer', readonly LifeStep<string>[]> = {
  caller: callerLife,
  volunteer: volunteerLife,
};

it('[LV1] whatever happens, nobody takes a step that is not in the table, and every step of it is taken', () => {
  const never = new Set(
    (['caller', 'volunteer'] as const).flatMap((who) => lives[who].map((step) => told(who, step))),
  );
  const taken: Taken = (who, step) => {
    if (!isStep(lives[who], step)) throw new Error(`not in the table: ${told(who, step)}`);
    never.delete(told(who, step));
  };
  const stories = fc.property(fc.array(deed, { maxLength: 400, size: 'max' }), (story) => walk(story, taken));
  const losses = fc.property(fc.array(remembered, { maxLength: 12 }), (words) => rebuild(words, taken));
  fc.assert(losses, { numRuns: 3_000 });
  // What is rare is waited for: some steps take an absence of just the right length.
  for (let round = 0; round < 20 && (round === 0 || never.size > 0); round += 1)
    fc.assert(stories, { numRuns: 300 });
  expect([...never]).toEqual([]);
});

const told = (who: string, { from, by, to }: LifeStep<string>) => `${who}: ${from} --${by}--> ${to}`;

it.each(['caller', 'volunteer'] as const)(
  '[LV2] the picture of the %s in docs/lives.md is this table',
  (who) => {
    const page = readFileSync(path(import.meta.dirname, '../../../docs/lives.md'), 'utf8');
    const drawn = [...page.matchAll(/^ {4}(\w+) --> (\w+): (.+)$/gm)].flatMap(([, from, to, by]) =>
      (by ?? '').split(', ').map((rule) => `${from} --${rule}--> ${to}`),
    );
    const section = new Set(drawn);
    for (const { from, by, to } of lives[who]) expect(section).toContain(`${from} --${by}--> ${to}`);
    expect(drawn).toHaveLength(callerLife.length + volunteerLife.length);
  },
);
