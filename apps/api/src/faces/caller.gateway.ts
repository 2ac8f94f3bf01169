// The caller's door: parses, calls one service, answers. No rule lives here.
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { lineId } from '@veille/domain';
import { callerHandshake, type DoorRefusal, WIRE_VERSION } from '@veille/shared';
import type { Namespace, Socket } from 'socket.io';
import * as v from 'valibot';
import { type Stay } from '../access/ticket.js';
import { Tickets } from '../access/tickets.js';
import { AssociationService } from '../association/association.service.js';
import { letIn } from '../platform/sockets/let-in.js';
import { CallerTabs } from './face-tabs.js';
import { CallerVisits } from './caller-visits.js';
import { Memories } from './memories.js';

/** What the middleware found out: a line, and a stay if the ticket was good. */
type Entry = { line: Stay['line']; stay: Stay | undefined };

@WebSocketGateway({ namespace: 'caller' })
export class CallerGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<Socket> {
  readonly #entries = new WeakMap<Socket, Entry>();

  constructor(
    private readonly tickets: Tickets,
    private readonly associations: AssociationService,
    private readonly memories: Memories,
    private readonly tabs: CallerTabs,
    private readonly visits: CallerVisits,
  ) {}

  afterInit(namespace: Namespace): void {
    this.tabs.open(namespace);
    namespace.use(letIn((socket) => this.#admit(socket)));
  }

  handleConnection(socket: Socket): void {
    const entry = this.#entries.get(socket);
    if (entry) this.visits.begin(socket, entry);
    else socket.disconnect(true);
  }

  async #admit(socket: Socket): Promise<DoorRefusal | 'in'> {
    const said = v.safeParse(callerHandshake, socket.handshake.auth);
    if (!said.success) return 'malformed';
    if (said.output.version !== WIRE_VERSION) return 'version';
    const line = lineId(said.output.line);
    if ((await this.associations.line(line)) === 'no-such-line') return 'refused';
    const stay = await this.#stayOf(said.output.ticket);
    if (stay === 'refused' || (stay && stay.line !== line)) return 'refused';
    await this.visits.knocks(socket);
    this.#entries.set(socket, { line, stay });
    return 'in';
  }

  /** A ticket whose stay is over is refused with the same word as one that never was good (TK1). */
  async #stayOf(ticket: string | undefined): Promise<Stay | undefined | 'refused'> {
    if (ticket === undefined) return undefined;
    const stay = this.tickets.open(ticket);
    if (stay === 'refused') return 'refused';
    return (await this.memories.comesWith(stay)) === 'over' ? 'refused' : stay;
  }
}
