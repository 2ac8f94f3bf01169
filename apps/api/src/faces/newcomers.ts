// Newcomers at the threshold of a line: of a crowd that comes from one network, each waits their turn before they are looked at.
import { Injectable } from '@nestjs/common';
import type { Language, LineId, Networks, Refused } from '@veille/domain';
import type { Socket } from 'socket.io';
import { NetworkService } from '../network/network.service.js';
import { LineThreshold } from './line-threshold.js';
import { Whence } from './whence.js';

type Arriving = { readonly socket: Socket; readonly line: LineId };

@Injectable()
export class Newcomers {
  readonly #from = new WeakMap<Socket, Networks>();

  constructor(
    readonly threshold: LineThreshold,
    private readonly networks: NetworkService,
    private readonly whence: Whence,
  ) {}

  /** Before the socket is let in, which is when everything of where it comes from is forgotten (DO6). */
  async knocks(socket: Socket): Promise<void> {
    this.#from.set(socket, await this.whence.of(socket.request));
  }

  /** `too-fast`: too many came from there in this moment, and they may try again in the next (NW3). */
  async admit({ socket, line }: Arriving, asked?: Language): Promise<'admit' | 'too-fast' | Refused> {
    const turn = await this.networks.turn('join', this.#from.get(socket) ?? []);
    if (turn === 'too-fast') return turn;
    if (turn.wait > 0) await passed(turn.wait);
    return this.threshold.admit(line, asked);
  }
}

const passed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
