// Wires accounts, invitations and sessions.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { FactorModule } from '../factor/factor.module.js';
import { AccessRedisStore } from './access.redis-store.js';
import { AccessService } from './access.service.js';
import { AccessStore } from './access.store.js';
import { Argon2Passwords } from './argon2-passwords.js';
import { EnteringService } from './entering.service.js';
import { GuessingService } from './guessing.service.js';
import { InvitationService } from './invitation.service.js';
import { Passwords } from './passwords.port.js';
import { SessionRedisStore } from './session.redis-store.js';
import { SessionService } from './session.service.js';
import { SessionStore } from './session.store.js';
import { SignInService } from './sign-in.service.js';

@Module({
  imports: [AssociationModule, FactorModule],
  providers: [
    { provide: AccessStore, useClass: AccessRedisStore },
    { provide: SessionStore, useClass: SessionRedisStore },
    { provide: Passwords, useClass: Argon2Passwords },
    GuessingService,
    SessionService,
    AccessService,
    EnteringService,
    InvitationService,
    SignInService,
  ],
  exports: [FactorModule, AccessService, EnteringService, InvitationService, SignInService],
})
export class AccessModule {}
