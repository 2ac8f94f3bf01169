// Conversations: who is paired with whom, ending, and what happens when one of the two is lost.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type Conversation,
  type ConversationId,
  type Instant,
  type LineId,
  type Person,
  type VolunteerId,
} from '@veille/domain';
import { callerReady } from '../line/line.facts.js';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { presenceArrived, presenceDropped } from '../presence/presence.facts.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationInterrupted,
  type EndedBy,
  peerChanged,
} from './conversation.facts.js';
import { ConversationStore } from './conversation.store.js';

@Injectable()
export class ConversationService implements OnModuleInit {
  constructor(
    private readonly store: ConversationStore,
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(presenceArrived, ({ line, person }) => this.#peerIs('here', line, person));
    this.facts.when(presenceDropped, ({ line, person }) => this.#peerIs('away', line, person));
  }

  find(line: LineId, id: ConversationId): Promise<Conversation | undefined> {
    return this.store.find(line, id);
  }

  /** The conversation this person is in, by the state and never by what a tab says. */
  async of(line: LineId, person: Person): Promise<Conversation | undefined> {
    const record =
      person.role === 'caller'
        ? await this.lines.find(line, person.id)
        : await this.volunteers.find(line, person.id);
    return record?.at === 'talking' ? this.find(line, record.conversation) : undefined;
  }

  /** The caller's page should look again at how its listener is; whether anything is to be said, the leases say. */
  async look(line: LineId, id: ConversationId): Promise<void> {
    const found = await this.find(line, id);
    if (!found) return;
    const { caller, volunteer } = found;
    const peer = (await this.volunteers.isHere(line, volunteer)) ? 'here' : 'away';
    this.facts.state(peerChanged, { line, conversation: id, caller, volunteer, who: 'volunteer', peer });
  }

  /** Over for both in one action. */
  async end(
    line: LineId,
    conversation: Conversation,
    by: 'caller' | 'volunteer',
  ): Promise<'ended' | 'already-over'> {
    const breatherUntil = await this.#breatherUntil(line);
    const said = await this.store.end(line, conversation, breatherUntil);
    if (said === 'ended') await this.#ended(line, conversation, { by, breatherUntil });
    return said;
  }

  /** The volunteer gives the caller back to the line: they wait at the place they always had, for somebody else. */
  async handBack(
    line: LineId,
    conversation: Conversation,
    by: VolunteerId,
  ): Promise<'handed-back' | 'already-over' | 'not-yours'> {
    const { pairRests } = await this.lines.settings(line);
    const breatherUntil = await this.#breatherUntil(line);
    const restsUntil = this.clock.now() + pairRests;
    const said = await this.store.handBack(line, conversation, { by, breatherUntil, restsUntil });
    if (said !== 'handed-back') return said;
    const { id, caller, volunteer, openedAt } = conversation;
    const lasted = Math.max(0, this.clock.now() - openedAt);
    const from = await this.volunteers.placeOf(line, volunteer);
    const handed = { line, conversation: id, caller, volunteer, from, lasted };
    this.volunteers.breathes(line, volunteer, breatherUntil);
    this.facts.state(callerHandedOver, { ...handed, to: 'line' });
    this.facts.state(callerReady, { line, caller });
    return said;
  }

  /** The caller's tab may have been away past its grace. Harmless early, twice or late. */
  async loseCaller(
    line: LineId,
    conversation: Conversation,
  ): Promise<'ended' | 'still-here' | 'already-over'> {
    const { conversationGrace: grace } = await this.lines.settings(line);
    const breatherUntil = await this.#breatherUntil(line);
    const when = { grace, now: this.clock.now(), breatherUntil };
    const said = await this.store.loseCaller(line, conversation, when);
    if (said === 'ended') await this.#ended(line, conversation, { by: 'caller-lost', breatherUntil });
    return said;
  }

  /** The volunteer's tab may have been away past its grace; `at-once`: who is away does not come back (VO11). Harmless early, twice or late. */
  async loseVolunteer(
    line: LineId,
    conversation: Conversation,
    how?: 'at-once',
  ): Promise<'returned' | 'still-here' | 'already-over'> {
    const grace = how === 'at-once' ? 0 : (await this.lines.settings(line)).volunteerGrace;
    // Read before: nothing of their shift is left afterwards.
    const from = await this.volunteers.placeOf(line, conversation.volunteer);
    const said = await this.store.loseVolunteer(line, conversation, { grace, now: this.clock.now() });
    if (said !== 'returned') return said;
    const { id, caller, volunteer, openedAt } = conversation;
    const lasted = Math.max(0, this.clock.now() - openedAt);
    this.facts.state(callerReturned, { line, conversation: id, caller, volunteer, from, lasted });
    this.facts.state(callerReady, { line, caller });
    await this.volunteers.forget(line, volunteer);
    return said;
  }

  async #ended(
    line: LineId,
    { id, caller, volunteer, openedAt }: Conversation,
    { by, breatherUntil }: { by: EndedBy; breatherUntil: Instant },
  ): Promise<void> {
    const lasted = Math.max(0, this.clock.now() - openedAt);
    this.volunteers.breathes(line, volunteer, breatherUntil);
    const from = await this.volunteers.placeOf(line, volunteer);
    this.facts.state(conversationEnded, { line, conversation: id, caller, volunteer, from, by, lasted });
    await this.lines.forget(line, caller);
  }

  async #breatherUntil(line: LineId): Promise<number> {
    const { breather } = await this.lines.settings(line);
    return this.clock.now() + breather;
  }

  async #peerIs(peer: 'here' | 'away', line: LineId, person: Person): Promise<void> {
    const conversation = await this.of(line, person);
    if (!conversation) return;
    const { id, caller, volunteer } = conversation;
    const pair = { line, conversation: id, caller, volunteer };
    this.facts.state(peerChanged, { ...pair, who: person.role, peer });
    if (peer === 'here') return;
    const from = await this.volunteers.placeOf(line, volunteer);
    this.facts.state(conversationInterrupted, { ...pair, from });
  }
}
