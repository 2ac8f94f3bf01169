// The lives of a caller and of a volunteer as data: from where, by which rule, to where. What is not here does not happen (LV1).
import type { Caller, Volunteer } from './live-line.js';

/** Every rule that moves somebody; each is a function of this name. */
export const liveRules = [
  'join',
  'leave',
  'lapse',
  'outwait',
  'wake',
  'makeOffer',
  'standOffer',
  'skipCaller',
  'acceptOffer',
  'declineOffer',
  'expireOffer',
  'withdrawOffer',
  'endConversation',
  'handBack',
  'handOver',
  'loseCaller',
  'loseVolunteer',
  'startShift',
  'becomeFree',
  'goAway',
  'stopShift',
  'lapseShift',
  'putBack',
  'remainsOver',
] as const;
export type LiveRule = (typeof liveRules)[number];

/** Who is gone, and who is off, is not on the line at all. */
export type CallerAt = Caller['at'] | 'gone';
export type VolunteerAt = Volunteer['at'] | 'off';
export type LifeStep<At> = { readonly from: At; readonly by: LiveRule; readonly to: At };

/** From one state: the rules that end it, and where each leads. A state that is forgotten here does not compile. */
type Life<At extends string> = Readonly<Record<At, Partial<Readonly<Record<LiveRule, readonly At[]>>>>>;

const outOfTheLine = { leave: ['gone'], lapse: ['gone'] } as const;
const fromTheLine = { ...outOfTheLine, remainsOver: ['gone'], putBack: ['talking'] } as const;
const fromAnOffer = { ...outOfTheLine, withdrawOffer: ['waiting'] } as const;
const callers: Life<CallerAt> = {
  gone: { join: ['waiting'], putBack: ['waiting', 'asleep', 'talking'] },
  waiting: { ...fromTheLine, outwait: ['gone'], makeOffer: ['asked', 'offered'] },
  asked: { ...fromAnOffer, standOffer: ['offered'], skipCaller: ['asleep'] },
  asleep: { ...fromTheLine, outwait: ['gone'], wake: ['waiting'] },
  offered: { ...fromAnOffer, acceptOffer: ['talking'], declineOffer: ['waiting'], expireOffer: ['waiting'] },
  talking: {
    endConversation: ['gone'],
    loseCaller: ['gone'],
    loseVolunteer: ['waiting'],
    handBack: ['waiting'],
    handOver: ['offered'],
    putBack: ['waiting', 'asleep'],
    remainsOver: ['gone', 'waiting'],
  },
};

const offTheShift = { stopShift: ['off'], lapseShift: ['off'] } as const;
const fromTheShift = { ...offTheShift, remainsOver: ['off'], putBack: ['talking'] } as const;
const volunteers: Life<VolunteerAt> = {
  off: { startShift: ['free'], putBack: ['free', 'breather', 'away', 'talking'] },
  free: { ...fromTheShift, goAway: ['away'], makeOffer: ['reserved', 'offered'], handOver: ['offered'] },
  reserved: {
    ...offTheShift,
    goAway: ['away'],
    standOffer: ['offered'],
    skipCaller: ['free'],
    withdrawOffer: ['free'],
  },
  offered: {
    acceptOffer: ['talking'],
    declineOffer: ['free'],
    expireOffer: ['free', 'away'],
    withdrawOffer: ['free'],
  },
  talking: {
    endConversation: ['breather'],
    loseCaller: ['breather'],
    loseVolunteer: ['off'],
    handBack: ['breather'],
    handOver: ['breather'],
    putBack: ['free', 'breather', 'away'],
    remainsOver: ['breather', 'off'],
  },
  breather: { ...fromTheShift, becomeFree: ['free'], goAway: ['away'] },
  away: { ...fromTheShift, becomeFree: ['free'] },
};

export const callerLife: readonly LifeStep<CallerAt>[] = stepsOf(callers);
export const volunteerLife: readonly LifeStep<VolunteerAt>[] = stepsOf(volunteers);

/** Whether a life goes this way. Staying where one is is no step. */
export const isStep = <At>(life: readonly LifeStep<At>[], { from, by, to }: LifeStep<At>): boolean =>
  from === to || life.some((step) => step.from === from && step.by === by && step.to === to);

function stepsOf<At extends string>(life: Life<At>): LifeStep<At>[] {
  return keysOf(life).flatMap((from) =>
    liveRules.flatMap((by) => (life[from][by] ?? []).map((to) => ({ from, by, to }))),
  );
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  const keys: K[] = [];
  for (const key in record) keys.push(key);
  return keys;
}
