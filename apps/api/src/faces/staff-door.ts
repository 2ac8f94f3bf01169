// The threshold of the two staff faces: a session cookie, this wire's version, and a role that may enter.
import { Injectable } from '@nestjs/common';
import { type Deed, type Line, may } from '@veille/domain';
import { type DoorRefusal, WIRE_VERSION } from '@veille/shared';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { AccessService, type Session } from '../access/access.service.js';
import { sessionEnded } from '../access/session.facts.js';
import { AssociationService } from '../association/association.service.js';
import { Facts } from '../platform/facts.js';
import { close } from '../platform/sockets/close.js';
import { cookiesOf } from '../platform/sockets/let-in.js';
import { tokenIn } from './session-cookie.js';

export type StaffEntry = { readonly session: Session; readonly line: Line };
/** Every handshake of staff says its version and nothing else. */
type Handshake = v.GenericSchema<unknown, { version: number }>;

/** How often a connected socket counts as seen, and is closed if its session is over. */
const SEEN_EVERY = 60_000;

@Injectable()
export class StaffDoor {
  readonly #entries = new WeakMap<Socket, StaffEntry>();

  constructor(
    private readonly access: AccessService,
    private readonly associations: AssociationService,
    private readonly facts: Facts,
  ) {}

  /** For `letIn`: what is not a live session of this role is `signed-out`, whatever it is instead. */
  async admit(socket: Socket, deed: Deed, handshake: Handshake): Promise<DoorRefusal | 'in'> {
    const said = v.safeParse(handshake, socket.handshake.auth);
    if (!said.success) return 'malformed';
    if (said.output.version !== WIRE_VERSION) return 'version';
    const session = await this.access.sessionFrom(tokenIn(cookiesOf(socket)));
    if (session === 'signed-out' || !may(session.role, deed)) return 'signed-out';
    const line = (await this.associations.lines()).find((one) => one.association === session.association);
    if (!line) return 'refused';
    this.#entries.set(socket, { session, line });
    return 'in';
  }

  /** What `admit` found out; from now on the socket lives as long as its session. */
  enter(socket: Socket): StaffEntry | undefined {
    const entry = this.#entries.get(socket);
    if (entry) this.#liveWithSession(socket, entry.session);
    return entry;
  }

  #liveWithSession(socket: Socket, session: Session): void {
    const signedOut = () => close(socket, 'signed-out');
    const forget = this.facts.when(sessionEnded, (ended) => {
      if (ended.session === session.id) signedOut();
    });
    const timer = setInterval(() => {
      // An outage of the kept store signs nobody out.
      this.access.touch(session).then(
        (said) => said === 'signed-out' && signedOut(),
        () => undefined,
      );
    }, SEEN_EVERY);
    timer.unref();
    socket.once('disconnect', () => {
      clearInterval(timer);
      forget();
    });
  }
}
