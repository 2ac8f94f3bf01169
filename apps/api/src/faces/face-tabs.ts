// The two faces whose tabs are persons with a lease.
import { Injectable } from '@nestjs/common';
import { Hop } from '../platform/sockets/hop.js';
import { Tabs } from './tabs.js';

@Injectable()
export class CallerTabs extends Tabs {
  constructor(hop: Hop) {
    super(hop, 'caller');
  }
}

@Injectable()
export class ListenTabs extends Tabs {
  constructor(hop: Hop) {
    super(hop, 'volunteer');
  }
}
