// Newcomers at the threshold of a line: of a crowd that comes from one network, each waits their turn before they are looked at.
import { Injectable } from '@nestjs/common';
import type { CallerId, Language, LineId, Networks, Refused } from '@veille/domain';
import type { Socket } from 'socket.io';
import { AssociationService } from '../association/association.service.js';
import { ClosureService } from '../network/closure.service.js';
import { NetworkService } from '../network/network.service.js';
import { reported } from '../platform/log/log.js';
import { LineThreshold } from './line-threshold.js';
import { Whence } from './whence.js';

type Admitted = 'admit' | 'too-fast' | 'network-closed' | Refused;
type Arriving = { readonly socket: Socket; readonly line: LineId };

@Injectable()
export class Newcomers {
  readonly #from = new WeakMap<Socket, Networks>();

  constructor(
    readonly threshold: LineThreshold,
    private readonly networks: NetworkService,
    private readonly whence: Whence,
    private readonly closures: ClosureService,
    private readonly associations: AssociationService,
  ) {}

  /** Before the socket is let in, which is when everything of where it comes from is forgotten (DO6). */
  async knocks(socket: Socket): Promise<void> {
    this.#from.set(socket, await this.whence.of(socket.request));
  }

  /** `too-fast`: too many came from there in this moment, and they may try again in the next (NW3). */
  async admit({ socket, line }: Arriving, asked?: Language): Promise<Admitted> {
    const from = this.#from.get(socket) ?? [];
    const turn = await this.networks.turn('join', from);
    if (turn === 'too-fast') return turn;
    if (turn.wait > 0) await passed(turn.wait);
    const known = await this.associations.line(line);
    if (known !== 'no-such-line' && (await this.closures.turnsAway(known.association, from)))
      return 'network-closed';
    return this.threshold.admit(line, asked);
  }

  /** They are in the line, or back in it: where they came from is noted as long as they are (CN1). */
  isIn({ socket, line }: Arriving, caller: CallerId): void {
    const from = this.#from.get(socket) ?? [];
    void this.closures.note(line, caller, from).catch(reported('where somebody came from was not noted'));
  }
}

const passed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
