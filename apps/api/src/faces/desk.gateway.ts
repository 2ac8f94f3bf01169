// The desk's door: coordinators see numbers of now and of today, and are told nothing of anybody.
import { type OnGatewayConnection, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { meanings } from '@veille/domain';
import { deskAsks, deskHandshake } from '@veille/shared';
import type { Namespace, Socket } from 'socket.io';
import { openDoor } from '../platform/sockets/door.js';
import { letIn } from '../platform/sockets/let-in.js';
import { Boards } from './boards.js';
import { StaffDoor } from './staff-door.js';

@WebSocketGateway({ namespace: 'desk' })
export class DeskGateway implements OnGatewayInit<Namespace>, OnGatewayConnection<Socket> {
  constructor(
    private readonly door: StaffDoor,
    private readonly boards: Boards,
  ) {}

  afterInit(namespace: Namespace): void {
    this.door.open(namespace);
    namespace.use(letIn((socket) => this.door.admit(socket, 'see-desk', deskHandshake)));
  }

  handleConnection(socket: Socket): void {
    const entry = this.door.enter(socket);
    if (!entry) return void socket.disconnect(true);
    openDoor(socket, deskAsks, { 'presence.here': () => ({}) });
    const { session, line } = entry;
    const { id, name } = line;
    socket.emit('desk.welcome', { pseudonym: session.pseudonym, line: { id, name }, meanings });
    this.boards.show(socket, line.id);
  }
}
