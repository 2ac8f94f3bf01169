// What stands before the service and ends TLS, as docs/operate.md has it (Caddy's `reverse_proxy`), played by the search so
// that it can mark who comes: their address on the socket and in the headers a proxy adds, their browser, their language.
import { once } from 'node:events';
import {
  Agent,
  type ClientRequest,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { aFreePort } from '../e2e/harness/free-port.js';
import type { Provenance } from './marks.js';

export type FrontDoor = {
  readonly url: string;
  /** Who comes from now on; nobody in particular when undefined. */
  comes(who: Provenance | undefined): void;
  close(): Promise<void>;
};

export async function openFrontDoor(ports: () => readonly number[]): Promise<FrontDoor> {
  const beyond = new Beyond(ports);
  const server = createServer((coming, answer) => {
    const asked = beyond.ask(coming);
    asked.on('error', () => answer.destroy());
    asked.on('response', (said) => {
      answer.writeHead(said.statusCode ?? 502, said.rawHeaders);
      said.pipe(answer);
    });
    coming.pipe(asked);
  });
  server.on('upgrade', (coming: IncomingMessage, socket: Duplex) => passOn(beyond.ask(coming), socket));
  const port = await aFreePort();
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${port}`,
    comes: (who) => void (beyond.comes = who),
    close: async () => {
      beyond.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The nodes beyond the door. Who bears a cookie is of the staff, and goes to them in turn; callers all go to the first. */
class Beyond {
  comes: Provenance | undefined;
  readonly #ports: () => readonly number[];
  readonly #agents = new Map<string, Agent>();
  #turn = 0;

  constructor(ports: () => readonly number[]) {
    this.#ports = ports;
  }

  ask({ url, method, headers }: IncomingMessage): ClientRequest {
    const isStaff = headers.cookie !== undefined;
    const ports = this.#ports();
    const port = ports[isStaff ? (this.#turn += 1) % ports.length : 0];
    const comes = isStaff ? undefined : this.comes;
    // Only Linux gives every address of 127.0.0.0/8 to the machine itself.
    const from = process.platform === 'linux' && comes && { localAddress: comes.address };
    const agent = this.#agentOf(comes?.address ?? '');
    return request({
      host: '127.0.0.1',
      port,
      path: url,
      method,
      headers: told(headers, comes),
      agent,
      ...from,
    });
  }

  close(): void {
    for (const agent of this.#agents.values()) agent.destroy();
  }

  /** A connection is used again by who came from the same place only. */
  #agentOf(address: string): Agent {
    const agent = this.#agents.get(address) ?? new Agent({ keepAlive: true });
    this.#agents.set(address, agent);
    return agent;
  }
}

const told = (headers: IncomingHttpHeaders, comes: Provenance | undefined): IncomingHttpHeaders => ({
  ...headers,
  'x-forwarded-proto': 'https',
  'x-forwarded-host': headers.host,
  ...(comes && {
    'x-forwarded-for': `${comes.address}, ${comes.forwarded}`,
    'x-real-ip': comes.forwarded,
    forwarded: `for="[${comes.forwarded}]";by=${comes.address}`,
    'user-agent': comes.browser,
    'accept-language': comes.language,
  }),
});

function passOn(asked: ClientRequest, socket: Duplex): void {
  socket.on('error', () => asked.destroy());
  asked.on('error', () => socket.destroy());
  asked.on('response', () => socket.destroy());
  asked.on('upgrade', (said, beyond, head) => {
    const lines = said.rawHeaders.flatMap((name, at) =>
      at % 2 ? [] : [`${name}: ${said.rawHeaders[at + 1] ?? ''}`],
    );
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
    socket.write(head);
    for (const end of [socket, beyond]) end.on('error', () => end.destroy());
    socket.pipe(beyond).pipe(socket);
    socket.on('close', () => beyond.destroy());
    beyond.on('close', () => socket.destroy());
  });
  asked.end();
}
