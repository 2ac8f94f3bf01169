// Socket.IO as this service needs it: small frames, no compression, nothing kept for who is away, other nodes by sharded pub/sub.
import { IoAdapter } from '@nestjs/platform-socket.io';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import type { INestApplicationContext } from '@nestjs/common';
import { limits } from '@veille/shared';
import type { IncomingMessage } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import type { Redis } from '../redis/client.js';
import { answerHeaders } from '../answer-headers.js';
import { OneWriteServer } from './one-write.js';
import { isOurs } from './origin.js';

export class VeilleSocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly between: { pub: Redis; sub: Redis; origin: string },
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const { pub, sub, origin } = this.between;
    const ours = {
      // The streams adapter and connection state recovery are refused: both keep what is said.
      adapter: createShardedAdapter(pub, sub, { subscriptionMode: 'static' }),
      transports: ['websocket', 'polling'],
      maxHttpBufferSize: limits.frame,
      perMessageDeflate: false,
      wsEngine: OneWriteServer,
      httpCompression: false,
      serveClient: false,
      connectTimeout: 5_000,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      // Another site's page is not let in: CORS does not cover a WebSocket.
      allowRequest: (request: IncomingMessage, decide: (fault: string | null, letIn: boolean) => void) =>
        decide(null, isOurs(request.headers.origin, origin)),
    } satisfies Partial<ServerOptions>;
    const server: Server = super.createIOServer(port, Object.assign({}, options, ours));
    server.engine.on('headers', (headers: Record<string, string>) => Object.assign(headers, answerHeaders));
    return server;
  }
}
