// The people of a journey: callers who need nothing, volunteers and coordinators who came by an invitation.
import {
  type CallerAsks,
  callerTells,
  type CallerTells,
  deskTells,
  type DeskTells,
  type ListenAsks,
  listenTells,
  type ListenTells,
  WIRE_VERSION,
} from '@veille/shared';
import * as v from 'valibot';
import { anAccount } from './accounts.js';
import type { Service } from './a-service.js';
import { eventually } from './eventually.js';
import { type Heard, Tab } from './tab.js';

export type CallerTab = Tab<CallerAsks, CallerTells>;
export type VolunteerTab = Tab<ListenAsks, ListenTells>;
export type DeskTab = Tab<Record<string, never>, DeskTells>;

/** Opens the page, on this node; with a ticket, comes back with it. */
export const aCaller = (service: Service, node = 0, ticket?: string): CallerTab =>
  aCallerOf(service, 'principale', { node, ticket });

/** The same on another line than the first. */
export function aCallerOf(
  service: Service,
  line: string,
  { node = 0, ticket }: { node?: number; ticket?: string | undefined } = {},
): CallerTab {
  const auth = { version: WIRE_VERSION, line, ...(ticket !== undefined && { ticket }) };
  const tab: CallerTab = new Tab({ url: `${service.at(node)}/caller`, auth }, callerTells);
  tab.reacts = saysHere(tab);
  return tab;
}

/** Whoever is asked whether they are still there says so at once; a test takes `reacts` away from one who does not. */
const saysHere =
  (tab: CallerTab) =>
  ({ event, payload }: Heard): void => {
    const is = event === 'caller.is' && v.safeParse(callerTells['caller.is'], payload);
    if (is && is.success && is.output.at === 'asked') void tab.ask('line.here', {}).catch(() => undefined);
  };

/** Opens the page and stands in the line. */
export async function aWaitingCaller(service: Service, node = 0): Promise<CallerTab> {
  const caller = aCaller(service, node);
  const reply = await caller.ask('line.join', {});
  if ('refused' in reply) throw new Error(`a caller was refused: ${reply.refused}`);
  await caller.until('caller.is', ({ at }) => at === 'waiting' || at === 'talking');
  return caller;
}

const noTicket = { ticket: undefined, line: undefined };

/** Signed in, its page open; a cookie, perhaps with a ticket, to come back with. */
export async function aVolunteer(
  service: Service,
  node = 0,
  back?: string | { cookie?: string | undefined; ticket?: string | undefined; line?: string },
): Promise<{ tab: VolunteerTab; cookie: string }> {
  const { cookie, ticket, line } = typeof back === 'object' ? back : { ...noTicket, cookie: back };
  const signedIn = cookie ?? (await anAccount(service, 'volunteer'));
  const auth = {
    version: WIRE_VERSION,
    ...(line !== undefined && { line }),
    ...(ticket !== undefined && { ticket }),
  };
  const door = { url: `${service.at(node)}/listen`, auth, cookie: signedIn };
  const tab = new Tab<ListenAsks, ListenTells>(door, listenTells);
  await eventually(() => {
    if (tab.refused === undefined && !tab.last('volunteer.is')) throw new Error('not welcomed yet');
  });
  if (tab.refused !== undefined) throw new Error(`a volunteer was refused: ${JSON.stringify(tab.refused)}`);
  return { tab, cookie: signedIn };
}

/** On shift from home, and free. */
export async function aFreeVolunteer(
  service: Service,
  node = 0,
): Promise<{ tab: VolunteerTab; cookie: string }> {
  const volunteer = await aVolunteer(service, node);
  await volunteer.tab.ask('shift.start', { place: 'home' });
  return volunteer;
}

export async function aDesk(service: Service, node = 0): Promise<DeskTab> {
  return aDeskOf(service, await anAccount(service, 'coordinator'), { node });
}

/** Whoever is signed in by this cookie, at the desk of this line, or of their first. */
export function aDeskOf(
  service: Service,
  cookie: string,
  { node = 0, line }: { node?: number; line?: string } = {},
): DeskTab {
  const auth = { version: WIRE_VERSION, ...(line !== undefined && { line }) };
  return new Tab({ url: `${service.at(node)}/desk`, auth, cookie }, deskTells);
}

export type Paired = { caller: CallerTab; volunteer: VolunteerTab; cookie: string; conversation: string };

/** A caller and a volunteer in a conversation, each on the node that is asked for. */
export async function aPair(service: Service, on = { caller: 0, volunteer: 0 }): Promise<Paired> {
  const { tab: volunteer, cookie } = await aFreeVolunteer(service, on.volunteer);
  const caller = await aWaitingCaller(service, on.caller);
  const conversation = await accepts(volunteer);
  await caller.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  return { caller, volunteer, cookie, conversation };
}

/** Takes the next offer, and gives the conversation it opened. */
export async function accepts(volunteer: VolunteerTab): Promise<string> {
  const offer = await isOffered(volunteer);
  await volunteer.ask('offer.accept', { offer });
  const talking = await volunteer.until('volunteer.is', ({ at }) => at === 'talking');
  if (talking.at !== 'talking') throw new Error('a volunteer who accepted talks');
  return talking.conversation;
}

export async function isOffered(volunteer: VolunteerTab): Promise<string> {
  const offered = await volunteer.until('volunteer.is', ({ at }) => at === 'offered');
  if (offered.at !== 'offered') throw new Error('a volunteer who is offered has an offer');
  return offered.offer;
}

/** The place a caller's page shows now: from the last state, or the last move after it. */
export function placeOf(caller: CallerTab): number | undefined {
  const states = caller.heard.filter(({ event }) => event === 'caller.is' || event === 'line.moved');
  const last = states.at(-1)?.payload;
  return typeof last === 'object' && last !== null && 'place' in last ? Number(last.place) : undefined;
}

/** What a caller's tab would come back with: the ticket it was given last, by itself or with a lower place. */
export function ticketOf({ heard }: CallerTab): string {
  const tickets = heard
    .map(({ payload }) => v.safeParse(withTicket, payload))
    .flatMap((read) => (read.success ? [read.output.ticket] : []));
  return tickets.at(-1) ?? '';
}
const withTicket = v.looseObject({ ticket: v.string() });
