// Wiring of the three faces.
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { TicketModule } from '../access/ticket.module.js';
import { AssociationModule } from '../association/association.module.js';
import { ConversationModule } from '../conversation/conversation.module.js';
import { CountersModule } from '../counters/counters.module.js';
import { LineModule } from '../line/line.module.js';
import { NetworkModule } from '../network/network.module.js';
import { OfferModule } from '../offer/offer.module.js';
import { OverflowModule } from '../overflow/overflow.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { RebuildModule } from '../rebuild/rebuild.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { VolunteerModule } from '../volunteer/volunteer.module.js';
import { AccessFaceModule } from './access-face.module.js';
import { Boards } from './boards.js';
import { CallerGateway } from './caller.gateway.js';
import { CallerNews } from './caller-news.js';
import { CallerSight } from './caller-sight.js';
import { CallerVisits } from './caller-visits.js';
import { CallsDoor } from './calls-door.js';
import { ClosureDoor } from './closure-door.js';
import { Colleagues } from './colleagues.js';
import { ConversationDoor } from './conversation-door.js';
import { DeskFaceModule } from './desk-face.module.js';
import { DeskGateway } from './desk.gateway.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';
import { Leases } from './leases.js';
import { LineThreshold } from './line-threshold.js';
import { ListenGateway } from './listen.gateway.js';
import { Memories } from './memories.js';
import { Newcomers } from './newcomers.js';
import { Outages } from './outages.js';
import { PartnerLines } from './partner-lines.js';
import { PeerSight } from './peer-sight.js';
import { PlaceTicks } from './place-ticks.js';
import { PlacesTold } from './places-told.js';
import { QueueTicks } from './queue-ticks.js';
import { RebuildDuty } from './rebuild-duty.js';
import { Recalls } from './recalls.js';
import { Relay } from './relay.js';
import { ShutOut } from './shut-out.js';
import { StaffFaceModule } from './staff-face.module.js';
import { StaffDoor } from './staff-door.js';
import { StaffLines } from './staff-lines.js';
import { StayDoor } from './stay-door.js';
import { VolunteerConversationDoor } from './volunteer-conversation-door.js';
import { VolunteerNews } from './volunteer-news.js';
import { VolunteerSight } from './volunteer-sight.js';
import { VolunteerVisits } from './volunteer-visits.js';

@Module({
  imports: [
    AccessFaceModule,
    DeskFaceModule,
    StaffFaceModule,
    AccessModule,
    TicketModule,
    AssociationModule,
    CountersModule,
    PresenceModule,
    LineModule,
    VolunteerModule,
    ConversationModule,
    RebuildModule,
    OfferModule,
    OverflowModule,
    NetworkModule,
    PrivacyModule,
  ],
  providers: [
    CallerTabs,
    ListenTabs,
    Leases,
    Memories,
    Outages,
    RebuildDuty,
    Relay,
    PeerSight,
    PlacesTold,
    PlaceTicks,
    ConversationDoor,
    StayDoor,
    CallerGateway,
    CallerVisits,
    CallerNews,
    LineThreshold,
    Newcomers,
    CallerSight,
    ShutOut,
    PartnerLines,
    StaffDoor,
    StaffLines,
    ListenGateway,
    VolunteerVisits,
    VolunteerConversationDoor,
    ClosureDoor,
    Colleagues,
    CallsDoor,
    Recalls,
    VolunteerSight,
    VolunteerNews,
    DeskGateway,
    Boards,
    QueueTicks,
  ],
})
export class FacesModule {}
