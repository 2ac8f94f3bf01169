// The threshold of the two staff faces: a session cookie, this wire's version, and a role that may enter.
import { Injectable } from '@nestjs/common';
import { type Deed, type Line, may, type Standing } from '@veille/domain';
import { type DoorRefusal, WIRE_VERSION } from '@veille/shared';
import type { Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import { AccessService, type Session } from '../access/access.service.js';
import { sessionEnded, standingChanged } from '../access/session.facts.js';
import { agreementEnded } from '../association/association.facts.js';
import { Facts } from '../platform/facts.js';
import { close } from '../platform/sockets/close.js';
import { cookiesOf } from '../platform/sockets/let-in.js';
import { tokenIn } from './session-cookie.js';
import { PartnerLines } from './partner-lines.js';
import { type Knock, StaffLines } from './staff-lines.js';

export type StaffEntry = {
  readonly session: Session;
  readonly line: Line;
  readonly ticket: string | undefined;
  readonly face: StaffFace;
};
/** Every handshake of staff says its version, and perhaps which line; a volunteer who comes back, their ticket. */
type Handshake = v.GenericSchema<unknown, Knock & { version: number }>;
/** The two faces of staff, and the deed that opens each. */
export type StaffFace = Extract<Deed, 'listen' | 'see-desk'>;

/** Told to the other nodes: a session, which names nothing and opens nothing, is over. */
const ENDED = 'session.ended';
/** The same: an account, whose standing is to be looked at again. */
const CHANGED = 'standing.changed';
/** The same: a line, that is perhaps served by fewer than before. */
const SERVED = 'agreement.ended';

/** How often it is looked whether the session of a connected socket is over, and whether a conversation carries it. */
const SEEN_EVERY = 60_000;
/** The same where it could not be known: the store was out, or not everybody is back in it. */
const AGAIN_AFTER = 1_000;

@Injectable()
export class StaffDoor {
  readonly #entries = new WeakMap<Socket, StaffEntry>();
  readonly #namespaces: Namespace[] = [];
  /** The sockets on this node, by the session they came in with. */
  readonly #inside = new Map<string, Set<Socket>>();
  /** Looks whether a socket's session stands and may be here; by the socket. */
  readonly #looks = new Map<Socket, () => void>();
  readonly #again = new WeakMap<Socket, NodeJS.Timeout>();

  constructor(
    private readonly access: AccessService,
    private readonly lines: StaffLines,
    private readonly partners: PartnerLines,
    facts: Facts,
  ) {
    facts.when(sessionEnded, ({ session }) => {
      this.#signedOut(session);
      for (const namespace of this.#namespaces) namespace.serverSideEmit(ENDED, session);
    });
    facts.when(standingChanged, ({ account }) => {
      this.#lookAt(account);
      for (const namespace of this.#namespaces) namespace.serverSideEmit(CHANGED, account);
    });
    facts.when(agreementEnded, ({ line }) => {
      this.#lookOn(line);
      for (const namespace of this.#namespaces) namespace.serverSideEmit(SERVED, line);
    });
  }

  /** Called once by each face of staff, when its namespace exists. */
  open(namespace: Namespace): void {
    this.#namespaces.push(namespace);
    namespace.on(ENDED, (session: string) => this.#signedOut(session));
    namespace.on(CHANGED, (account: string) => this.#lookAt(account));
    namespace.on(SERVED, (line: string) => this.#lookOn(line));
  }

  /** For `letIn`: what is not a live session of this role is `signed-out`, whatever it is instead. */
  async admit(socket: Socket, face: StaffFace, handshake: Handshake): Promise<DoorRefusal | 'in'> {
    const said = v.safeParse(handshake, socket.handshake.auth);
    if (!said.success) return 'malformed';
    if (said.output.version !== WIRE_VERSION) return 'version';
    const session = await this.access.sessionFrom(tokenIn(cookiesOf(socket)), 'idle');
    if (session === 'signed-out' || !may(session, face)) return 'signed-out';
    const { output: knock } = said;
    const line = await (face === 'listen'
      ? this.lines.heardAt(session, knock)
      : this.lines.shownAt(session, knock));
    if (line === 'no-such-line') return 'refused';
    this.#entries.set(socket, { session, line, ticket: knock.ticket, face });
    return 'in';
  }

  /** What `admit` found out; from now on the socket lives as long as its session. */
  enter(socket: Socket): StaffEntry | undefined {
    const entry = this.#entries.get(socket);
    if (entry) this.#liveWithSession(socket, entry);
    return entry;
  }

  /** They have just come back to the line, after the store was lost perhaps: their place in it is looked at with the rest. */
  lookAgain(socket: Socket): void {
    this.#looks.get(socket)?.();
  }

  #liveWithSession(socket: Socket, entry: StaffEntry): void {
    const { session } = entry;
    const inside = this.#inside.get(session.id) ?? new Set();
    this.#inside.set(session.id, inside.add(socket));
    const look = () => void this.#lookUntilKnown(socket, entry);
    this.#looks.set(socket, look);
    // It may have ended between the threshold and here, where nobody looked for its sockets.
    look();
    const timer = setInterval(look, SEEN_EVERY);
    timer.unref();
    socket.once('disconnect', () => {
      clearInterval(timer);
      clearTimeout(this.#again.get(socket));
      this.#looks.delete(socket);
      inside.delete(socket);
      if (inside.size === 0) this.#inside.delete(session.id);
    });
  }

  /** An outage of a store signs nobody out; whatever called for a look meanwhile is looked at as soon as it can be (AG4). */
  async #lookUntilKnown(socket: Socket, entry: StaffEntry): Promise<void> {
    const said = await this.#look(socket, entry).catch(() => 'not-known');
    if (said !== 'not-known' || !this.#looks.has(socket)) return;
    clearTimeout(this.#again.get(socket));
    const again = setTimeout(() => void this.#lookUntilKnown(socket, entry), AGAIN_AFTER);
    this.#again.set(socket, again.unref());
  }

  async #look(socket: Socket, entry: StaffEntry): Promise<'known' | 'not-known'> {
    const { session, line, face } = entry;
    const said = await this.#touch(entry);
    if (said === 'signed-out') this.#signedOut(session.id);
    else if (!may(said, face)) close(socket, 'signed-out');
    else if (face === 'listen') {
      const found = await this.partners.look(session, line);
      if (found === 'left') close(socket, 'agreement-ended');
      if (found === 'not-known') return found;
    }
    return 'known';
  }

  /** An open page that nobody uses keeps nobody signed in, unless they are in a conversation (AC9, AC21). */
  async #touch({ session, line, face }: StaffEntry): Promise<Standing | 'signed-out'> {
    const isTalking = face === 'listen' && (await this.lines.isTalking(session, line));
    return this.access.touch(session, isTalking ? 'talking' : 'idle');
  }

  #lookAt(account: string): void {
    for (const [socket, look] of this.#looks)
      if (this.#entries.get(socket)?.session.account === account) look();
  }

  /** Those of its own association need no agreement. */
  #lookOn(line: string): void {
    for (const [socket, look] of this.#looks) {
      const entry = this.#entries.get(socket);
      if (entry?.line.id === line && entry.line.association !== entry.session.association) look();
    }
  }

  #signedOut(session: string): void {
    for (const socket of this.#inside.get(session) ?? []) close(socket, 'signed-out');
  }
}
