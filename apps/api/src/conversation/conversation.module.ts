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

@Module({
  imports: [LineModule, PresenceModule, VolunteerModule],
  providers: [
    ConversationService,
    ConversationSweep,
    ConversationAlarms,
    { provide: ConversationStore, useClass: ConversationRedisStore },
  ],
  exports: [ConversationService, ConversationSweep],
})
export class ConversationModule {}
