// Wires what this installation serves; the environment's settings are read here, once.
import { Module } from '@nestjs/common';
import { CONFIG } from '../platform/config/config.js';
import { AgreementRedisStore } from './agreement.redis-store.js';
import { AgreementService } from './agreement.service.js';
import { AgreementStore } from './agreement.store.js';
import { AssociationRedisStore } from './association.redis-store.js';
import { AssociationService } from './association.service.js';
import { AssociationStore, IMPOSED } from './association.store.js';
import { FoundingService } from './founding.service.js';
import { imposedBy } from './imposed-settings.js';

@Module({
  providers: [
    FoundingService,
    { provide: AssociationStore, useClass: AssociationRedisStore },
    { provide: IMPOSED, useFactory: imposedBy, inject: [CONFIG] },
    AssociationService,
    { provide: AgreementStore, useClass: AgreementRedisStore },
    AgreementService,
  ],
  exports: [AgreementService, AssociationService, FoundingService],
})
export class AssociationModule {}
