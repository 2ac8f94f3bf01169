// Wires accounts, invitations and sessions.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { FactorModule } from '../factor/factor.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { AccessRedisStore } from './access.redis-store.js';
import { AccessService } from './access.service.js';
import { AccessStore } from './access.store.js';
import { Argon2Passwords } from './argon2-passwords.js';
import { EnteringService } from './entering.service.js';
import { NetworkModule } from '../network/network.module.js';
import { GuessingRedisStore } from './guessing.redis-store.js';
import { GuessingService } from './guessing.service.js';
import { GuessingStore } from './guessing.store.js';
import { InvitationService } from './invitation.service.js';
import { JournalService } from './journal.service.js';
import { OwnFactorService } from './own-factor.service.js';
import { PasswordService } from './password.service.js';
import { PinService } from './pin.service.js';
import { Partners } from './partners.service.js';
import { PostDevices } from './post-devices.service.js';
import { PostModule } from '../post/post.module.js';
import { Passwords } from './passwords.port.js';
import { ResetService } from './reset.service.js';
import { SessionRedisStore } from './session.redis-store.js';
import { SessionService } from './session.service.js';
import { SessionStore } from './session.store.js';
import { SignInService } from './sign-in.service.js';
import { StaffRedisStore } from './staff.redis-store.js';
import { StaffService } from './staff.service.js';
import { StaffStore } from './staff.store.js';

@Module({
  imports: [AssociationModule, AuditModule, FactorModule, NetworkModule, PostModule],
  providers: [
    { provide: AccessStore, useClass: AccessRedisStore },
    { provide: SessionStore, useClass: SessionRedisStore },
    { provide: Passwords, useClass: Argon2Passwords },
    { provide: GuessingStore, useClass: GuessingRedisStore },
    GuessingService,
    SessionService,
    AccessService,
    EnteringService,
    InvitationService,
    SignInService,
    { provide: StaffStore, useClass: StaffRedisStore },
    StaffService,
    ResetService,
    JournalService,
    PinService,
    PasswordService,
    OwnFactorService,
    PostDevices,
    Partners,
  ],
  exports: [
    FactorModule,
    PostModule,
    PinService,
    PasswordService,
    OwnFactorService,
    PostDevices,
    Partners,
    EnteringService,
    AccessService,
    InvitationService,
    SignInService,
    SessionService,
    StaffService,
    ResetService,
    JournalService,
  ],
})
export class AccessModule {}
