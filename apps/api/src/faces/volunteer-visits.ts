// One volunteer's visit on one socket: the shift, the offers, the conversation.
import { Injectable } from '@nestjs/common';
import {
  type LineId,
  partnerPlace,
  type Person,
  type PlaceId,
  placeId,
  type VolunteerId,
} from '@veille/domain';
import { listenAsks, type Welcome } from '@veille/shared';
import type { Socket } from 'socket.io';
import { reported } from '../platform/log/log.js';
import { type Handlers, openDoor } from '../platform/sockets/door.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { CallsDoor } from './calls-door.js';
import type { Ping } from './heartbeat.js';
import { Leases } from './leases.js';
import { VolunteerConversationDoor } from './volunteer-conversation-door.js';
import { VolunteerNews } from './volunteer-news.js';

export type VolunteerEntry = {
  readonly line: LineId;
  readonly volunteer: VolunteerId;
  readonly welcome: Welcome;
  /** The post whose device this page is at: the shift is there, and nowhere else (PD3). */
  readonly at: PlaceId | undefined;
  /** On a partner's line: whether the agreement stands at this moment (AG3). */
  readonly agreed: (() => Promise<boolean>) | undefined;
  /** Their tab is in the live store, for the first time or again: called each time. */
  readonly arrived: () => void;
};

const done = {};
const notNow = { refused: 'not-now' } as const;
const malformed = { refused: 'malformed' } as const;

@Injectable()
export class VolunteerVisits {
  constructor(
    private readonly volunteers: VolunteerService,
    private readonly calls: CallsDoor,
    private readonly conversation: VolunteerConversationDoor,
    private readonly news: VolunteerNews,
    private readonly leases: Leases,
  ) {}

  begin(socket: Socket, entry: VolunteerEntry): void {
    const { line } = entry;
    openDoor(socket, listenAsks, {
      ...this.#shift(entry),
      ...this.calls.handlers(socket, entry),
      'presence.here': () => ({}),
      ...this.conversation.handlers(line, entry),
    });
    void this.#arrive(socket, entry).catch(reported('a volunteer could not arrive'));
  }

  #shift({
    line,
    volunteer,
    welcome,
    at,
    agreed,
  }: VolunteerEntry): Pick<Handlers<typeof listenAsks>, `shift.${Shift}`> {
    return {
      'shift.start': async ({ place, ...spoken }) => {
        if (at !== undefined && place !== at) return malformed;
        if (place !== 'home' && !welcome.posts.some(({ id }) => id === place)) return malformed;
        if (agreed && !(await agreed())) return notNow;
        // A partner's posts are not the line's business (AG5).
        const from = agreed ? partnerPlace : placeId(place);
        const said = await this.volunteers.startShift(line, volunteer, { from, ...spoken });
        if (said === 'not-of-this-line') return malformed;
        if (said === 'not-here') return { refused: 'unavailable' };
        if (said !== 'free') return notNow;
        await this.news.isTold(volunteer);
        return done;
      },
      'shift.free': async () => {
        if (agreed && !(await agreed())) return notNow;
        return (await this.volunteers.becomeFree(line, volunteer)) === 'free' ? done : notNow;
      },
      'shift.away': async () => ((await this.volunteers.goAway(line, volunteer)) === 'away' ? done : notNow),
      'shift.stop': async () =>
        (await this.volunteers.stopShift(line, volunteer)) === 'off' ? done : notNow,
    };
  }

  async #arrive(socket: Socket, entry: VolunteerEntry): Promise<void> {
    const { line, volunteer, welcome } = entry;
    const person: Person = { role: 'volunteer', id: volunteer };
    const look = () => this.news.look(line, volunteer);
    const ping = (ping: Ping) => this.news.ping(line, volunteer, ping);
    // Their lease was lost with the store, not with the tab: the tab arrives again.
    const forgotten = () => this.#arrive(socket, entry);
    await this.leases.hold({ line, person, socket, look, ping, forgotten });
    entry.arrived();
    this.news.tell(volunteer, 'listen.welcome', welcome);
    await this.news.look(line, volunteer);
  }
}

type Shift = 'start' | 'free' | 'away' | 'stop';
