// Wiring of conversations.
import { Module } from '@nestjs/common';
import { LineModule } from '../line/line.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { VolunteerModule } from '../volunteer/volunteer.module.js';
import { ConversationAlarms } from './conversation.alarms.js';
import { ConversationRedisStore } from './conversation.redis-store.js';
import { ConversationService } from './conversation.service.js';
import { ConversationStore } from './conversation.store.js';
import { ConversationSweep } from './conversation.sweep.js';
import { SilenceAlarms } from './silence.alarms.js';
import { SilenceService } from './silence.service.js';

@Module({
  imports: [LineModule, PresenceModule, VolunteerModule],
  providers: [
    ConversationService,
    ConversationSweep,
    ConversationAlarms,
    SilenceService,
    SilenceAlarms,
    { provide: ConversationStore, useClass: ConversationRedisStore },
  ],
  exports: [ConversationService, ConversationSweep, SilenceService],
})
export class ConversationModule {}
