// The volunteers' door: parses, calls one service, answers. No rule lives here.
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { volunteerId } from '@veille/domain';
import { listenHandshake } from '@veille/shared';
import type { Namespace, Socket } from 'socket.io';
import { reported } from '../platform/log/log.js';
import { letIn } from '../platform/sockets/let-in.js';
import { ListenTabs } from './face-tabs.js';
import { Memories } from './memories.js';
import { type StaffEntry, StaffDoor } from './staff-door.js';
import { StaffLines } from './staff-lines.js';
import { VolunteerVisits } from './volunteer-visits.js';

@WebSocketGateway({ namespace: 'listen' })
export class ListenGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<Socket> {
  constructor(
    private readonly door: StaffDoor,
    private readonly tabs: ListenTabs,
    private readonly visits: VolunteerVisits,
    private readonly memories: Memories,
    private readonly lines: StaffLines,
  ) {}

  afterInit(namespace: Namespace): void {
    this.tabs.open(namespace);
    this.door.open(namespace);
    namespace.use(letIn((socket) => this.door.admit(socket, 'listen', listenHandshake)));
  }

  handleConnection(socket: Socket): void {
    const entry = this.door.enter(socket);
    if (!entry) return void socket.disconnect(true);
    this.#begin(socket, entry).catch((outage: unknown) => {
      reported('a volunteer could not be let in')(outage);
      socket.disconnect(true);
    });
  }

  async #begin(socket: Socket, { session, line, ticket }: StaffEntry): Promise<void> {
    const volunteer = volunteerId(session.account);
    const isOwn = line.association === session.association;
    if (ticket !== undefined) await this.memories.volunteerComesWith(ticket, { line: line.id, volunteer });
    this.visits.begin(socket, {
      line: line.id,
      // On a shift, an account bears its own id.
      volunteer,
      at: session.at?.post,
      agreed: isOwn ? undefined : () => this.lines.mayServe(session, line),
      // An agreement may have ended while nobody could be looked at (AG4).
      arrived: () => (isOwn ? undefined : this.door.lookAgain(socket)),
      welcome: await this.lines.welcome(session, line),
    });
  }
}
