// A caller and a volunteer brought to any state they can be in, on lines whose questions last as long as a test needs.
import type { CallerAt, VolunteerAt } from '../../src/faces/allowed.js';
import type { Service } from './a-service.js';
import { theAdministrator } from './accounts.js';
import { asks } from './an-association.js';
import type { Ids } from './asked.js';
import { eventually } from './eventually.js';
import { aCallerOf, accepts, aVolunteer, type CallerTab, isOffered, type VolunteerTab } from './people.js';
import { LineRunner } from './run-the-line.js';

export const none: Ids = { conversation: 'none-at-all', offer: 'none' };
export type Scene = { readonly caller?: CallerTab; readonly volunteer?: VolunteerTab; readonly ids: Ids };

/** On `principale` nobody is asked; on `lente` whoever is asked has long to answer; on `vive`, a moment. */
export async function threeLines(service: Service): Promise<void> {
  const cookie = await theAdministrator(service);
  for (const [line, stillThere] of [
    ['principale', 0],
    ['lente', 100_000],
    ['vive', 300],
  ] as const) {
    if (line !== 'principale') {
      const body = { line, lineName: line, timeZone: 'Europe/Paris' };
      await asks(service, { cookie, method: 'POST', path: '/api/desk/lines', body });
    }
    await LineRunner.as(service, cookie, line).chooses({ stillThere, offerStands: 100_000 });
  }
}

const lineOf: Partial<Record<CallerAt, string>> = { asked: 'lente', asleep: 'vive' };

/** `listener`: the cookie of whoever hears them, where somebody must. */
export async function aCallerAt(service: Service, at: CallerAt, listener: string): Promise<Scene> {
  const line = lineOf[at] ?? 'principale';
  const caller = aCallerOf(service, line);
  if (at === 'asked' || at === 'asleep') caller.reacts = undefined;
  if (at === 'outside') {
    await caller.until('caller.is', (is) => is.at === at);
    return { caller, ids: none };
  }
  await caller.ask('line.join', {});
  await caller.until('caller.is', (is) => is.at === 'waiting');
  if (at === 'waiting') return { caller, ids: none };
  const { tab: volunteer } = await aVolunteer(service, 0, { cookie: listener, line });
  await volunteer.ask('shift.start', { place: 'home' });
  if (at === 'asked' || at === 'asleep') {
    await caller.until('caller.is', (is) => is.at === at);
    return { caller, volunteer, ids: none };
  }
  if (at === 'offered') {
    const offer = await isOffered(volunteer);
    return { caller, volunteer, ids: { conversation: offer, offer } };
  }
  const conversation = await accepts(volunteer);
  await caller.until('caller.is', (is) => is.at === 'talking');
  return { caller, volunteer, ids: { conversation, offer: conversation } };
}

export async function aVolunteerAt(service: Service, at: VolunteerAt, cookie: string): Promise<Scene> {
  if (at === 'offered' || at === 'talking') return aCallerAt(service, at, cookie);
  if (at === 'breather') {
    const scene = await aCallerAt(service, 'talking', cookie);
    await scene.volunteer?.ask('conversation.end', { conversation: scene.ids.conversation });
    await scene.volunteer?.until('volunteer.is', (is) => is.at === 'breather');
    return scene;
  }
  const { tab: volunteer } = await aVolunteer(service, 0, { cookie, line: 'principale' });
  if (at !== 'off') await volunteer.ask('shift.start', { place: 'home' });
  if (at === 'away') await volunteer.ask('shift.away', {});
  await volunteer.until('volunteer.is', (is) => is.at === at);
  return { volunteer, ids: none };
}

/** Whatever came of it: nobody is in the line, and nobody on shift. */
export async function isOver({ caller, volunteer, ids }: Scene): Promise<void> {
  const { conversation, offer } = ids;
  await caller?.ask('conversation.end', { conversation });
  await caller?.ask('line.leave', {});
  if (volunteer)
    await eventually(async () => {
      await volunteer.ask('conversation.end', { conversation });
      await volunteer.ask('offer.decline', { offer });
      const reply = await volunteer.ask('shift.stop', {});
      if ('refused' in reply) throw new Error('not off yet');
    });
  caller?.die();
  volunteer?.die();
}
