// Everything the service is made of; the list reads as a table of contents.
import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { AssociationModule } from './association/association.module.js';
import { AuditModule } from './audit/audit.module.js';
import { Auditing } from './auditing.js';
import { ConversationModule } from './conversation/conversation.module.js';
import { Counting } from './counting.js';
import { CountersModule } from './counters/counters.module.js';
import { FacesModule } from './faces/faces.module.js';
import { LineModule } from './line/line.module.js';
import { NetworkModule } from './network/network.module.js';
import { Noticing } from './noticing.js';
import { OfferModule } from './offer/offer.module.js';
import { OverflowModule } from './overflow/overflow.module.js';
import { type PlatformParts, PlatformModule } from './platform/platform.module.js';
import { PresenceModule } from './presence/presence.module.js';
import { RebuildModule } from './rebuild/rebuild.module.js';
import { Sweep } from './sweep.js';
import { VolunteerModule } from './volunteer/volunteer.module.js';

@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        AssociationModule,
        AuditModule,
        AccessModule,
        CountersModule,
        PresenceModule,
        LineModule,
        VolunteerModule,
        ConversationModule,
        RebuildModule,
        OfferModule,
        OverflowModule,
        NetworkModule,
        FacesModule,
      ],
      providers: [Sweep, Counting, Noticing, Auditing],
    };
  }
}
