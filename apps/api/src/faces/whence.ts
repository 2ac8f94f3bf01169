// Which network a request comes from: its address is looked at once, becomes a name, and is forgotten.
import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { Networks } from '@veille/domain';
import { NetworkService } from '../network/network.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { prefixOfRequest } from '../platform/sockets/prefix.js';

@Injectable()
export class Whence {
  constructor(
    private readonly networks: NetworkService,
    @Inject(CONFIG) private readonly config: Pick<Config, 'PROXY_DEPTH'>,
  ) {}

  async of(request: Pick<IncomingMessage, 'headers' | 'socket'>): Promise<Networks> {
    return this.networks.namesOf(prefixOfRequest(request, this.config.PROXY_DEPTH));
  }
}
