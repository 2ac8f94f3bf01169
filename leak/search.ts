// The whole search: people talk in real browsers through the service as it is run for them, and everywhere a word, a key or
// where they came from could be, it is looked for, while they talk and after they left.
import { control, type Controls, streamsControl } from './control.js';
import { watchNetwork } from './device.js';
import { everythingOf, type Everything } from './everything.js';
import { Finder } from './finder.js';
import { aSearchedHouse, type SearchedHouse } from './house.js';
import { gather } from './gathered.js';
import { leaveAll, type Left } from './leaving.js';
import { look, type Seen } from './look.js';
import { aProvenance, aText, type Group } from './marks.js';
import { notesKeys } from './pages/scripts.js';
import {
  deviceRows,
  networkRows,
  provenance,
  type Row,
  rowsOf,
  said,
  together,
  untold,
  withheld,
} from './report.js';
import { profileAfter } from './profile.js';
import { writeAllDown } from './surfaces/disk.js';
import { asksEverything } from './staff-asks.js';
import { watchStaff } from './staff.js';
import { beginTalk, sayAll, type Talk } from './talks.js';

/** `forgetting`: how long after they left it is looked for where people came from, in seconds. */
export type Size = {
  readonly texts: number;
  readonly talks: number;
  readonly forgetting: number;
  /** A picture of each heap takes seconds. */
  readonly heaps: boolean;
  /** The control that has messages carried by streams. */
  readonly streams: boolean;
};
export type Result = { readonly rows: readonly Row[]; readonly marks: Readonly<Record<string, number>> };
/** Runs a step and says how it goes. */
export type Step = <T>(what: string, work: (note: (words: string) => void) => Promise<T>) => Promise<T>;

export async function search(size: Size, step: Step): Promise<Result> {
  const controls = await step('Témoins', (note) => control(size, note));
  const streams = size.streams ? await step('Témoin streams', streamsControl) : [];
  const house = await step('Maison', () => aSearchedHouse({ settings: clearing(size) }));
  try {
    const looks = await lookWhileTheyTalk(house, size, step);
    return {
      rows: judge(looks, { ...controls, seen: together([...controls.seen], [...streams]) }),
      marks: looks.marks,
    };
  } finally {
    await house.end();
  }
}

/** Over a quarter of an hour the service clears its memory as it is shipped; for a shorter search it does so sooner. */
const SHIPPED_FROM = 600;
const clearing = ({ forgetting }: Size): Record<string, string> =>
  forgetting >= SHIPPED_FROM
    ? {}
    : { MEMORY_CLEARED_SECONDS: String(Math.max(1, Math.floor(forgetting / 3))) };

type Looks = {
  readonly everything: Everything;
  readonly during: readonly Seen[];
  readonly after: readonly Seen[];
  readonly left: Left;
  readonly profiles: readonly Seen[];
  readonly told: readonly Seen[];
  readonly marks: Readonly<Record<string, number>>;
};

async function lookWhileTheyTalk(house: SearchedHouse, size: Size, step: Step): Promise<Looks> {
  const asked = watchNetwork(house.browser, house.url);
  const staff = watchStaff(house.browser);
  house.browser.on('context', (context) => void context.addInitScript(notesKeys));
  const profiles = await step('Profils', (note) => profilesOf(house, note));
  const everything = await everythingOf(house);
  const texts = Array.from({ length: size.texts }, aText);
  const comes = aProvenance();
  house.front.comes(comes);
  const talks = await step('Conversations', (note) => talkAll(house, { texts, count: size.talks, note }));
  const gathered = await gather(house, talks, { texts, comes });
  const places = [
    ...everything.stores,
    ...everything.disks,
    everything.handover,
    ...everything.memories,
    ...(size.heaps ? everything.heaps : []),
  ];
  const during = await step('Pendant', (note) => look(places, new Finder(gathered.during), note));
  await asksEverything(house);
  const left = await step('Départs', () => leaveAll(house, { talks, texts, asked }));
  await step('Oubli', (note) => passed(size.forgetting, note));
  await writeAllDown(house);
  const all = new Finder(gathered.after);
  const after = await step('Après', (note) => lookAgain(size, () => look(places, all, note)));
  await asksEverything(house);
  const told = await staff.seen(new Finder(gathered.told));
  await everything.stop();
  return { everything, during, after, left, profiles, told, marks: gathered.count };
}

const PAUSE_MS = 5_000;
/** Below this nobody waits for memory to be overwritten. */
const SOON = 10;

/** A short search on a busy machine may come before what it waits for: it looks again, six times at most. */
async function lookAgain({ forgetting }: Size, looking: () => Promise<Seen[]>): Promise<Seen[]> {
  const isTold = (group: Group) => provenance.includes(group);
  let seen = await looking();
  for (let again = forgetting >= SHIPPED_FROM || forgetting < SOON ? 0 : 6; again > 0; again -= 1) {
    if (!seen.some(({ found }) => found.some(({ group }) => isTold(group)))) break;
    await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    seen = await looking();
  }
  return seen;
}

type Saying = { texts: readonly string[]; count: number; note: (words: string) => void };

/** They come one after the other, and talk beside each other. */
async function talkAll(house: SearchedHouse, { texts, count, note }: Saying): Promise<Talk[]> {
  const talks: Talk[] = [];
  while (talks.length < count) talks.push(await beginTalk(house));
  const share = Math.ceil(texts.length / count);
  let heard = 0;
  const one = () => note(`${(heard += 1)} sur ${texts.length}`);
  await Promise.all(talks.map((talk, at) => sayAll(talk, texts.slice(at * share, (at + 1) * share), one)));
  return talks;
}

/** Of a browser on a disk, after an end and after a quick exit. */
async function profilesOf(house: SearchedHouse, note: (words: string) => void): Promise<Seen[]> {
  note('après une fin');
  const ended = await profileAfter(house, 'ends');
  note('après une sortie rapide');
  return together(ended, await profileAfter(house, 'exits'));
}

async function passed(seconds: number, note: (words: string) => void): Promise<void> {
  for (let left = seconds; left > 0; left -= 1) {
    note(`encore ${left} s`);
    await new Promise((resume) => setTimeout(resume, 1_000));
  }
}

function judge({ everything, during, after, left, profiles, told }: Looks, controls: Controls): Row[] {
  const both = together([...during], [...after]);
  const { stores, disks, memories, heaps, handover } = everything;
  const named = (places: readonly { name: string }[]) =>
    both.filter(({ surface }) => places.some(({ name }) => name === surface));
  const rows = (promise: Row['promise'], seen: readonly Seen[], groups = said) =>
    rowsOf(promise, { seen, control: controls.seen, groups });
  return [
    ...rows('P1', named(stores)),
    ...rows('P2', named(disks)),
    ...rows('P3', named([...memories, ...heaps])),
    ...rows('P4', after, provenance),
    ...deviceRows(left.devices, controls.left),
    ...rowsOf('P5', { seen: profiles, control: controls.profiles, groups: said }),
    ...networkRows(left.network, controls.network),
    ...rows('P11', told, untold),
    ...rows('P14', named([handover]), withheld),
  ];
}
