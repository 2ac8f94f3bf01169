// Wires single sign-on.
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { TicketModule } from '../access/ticket.module.js';
import { Aways } from './away.port.js';
import { OpenIdClient } from './open-id.js';
import { OpenId } from './open-id.port.js';
import { ProviderService } from './provider.service.js';
import { SealedAways } from './sealed-aways.js';
import { SignOnRedisStore } from './sign-on.redis-store.js';
import { SignOnService } from './sign-on.service.js';
import { SignOnStore } from './sign-on.store.js';

@Module({
  imports: [AccessModule, TicketModule],
  providers: [
    { provide: SignOnStore, useClass: SignOnRedisStore },
    { provide: Aways, useClass: SealedAways },
    { provide: OpenId, useClass: OpenIdClient },
    ProviderService,
    SignOnService,
  ],
  exports: [ProviderService, SignOnService],
})
export class SignOnModule {}
