// Wires second factors, half sessions and enrolments.
import { Module } from '@nestjs/common';
import { NetworkModule } from '../network/network.module.js';
import { CONFIG } from '../platform/config/config.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import { Codes } from './codes.port.js';
import { EnrolmentRedisStore } from './enrolment.redis-store.js';
import { EnrolmentService } from './enrolment.service.js';
import { EnrolmentStore } from './enrolment.store.js';
import { factorKey } from './factor-key.js';
import { FactorRedisStore } from './factor.redis-store.js';
import { FactorService } from './factor.service.js';
import { FactorStore } from './factor.store.js';
import { HalfSessionRedisStore } from './half-session.redis-store.js';
import { HalfSessionService } from './half-session.service.js';
import { HalfSessionStore } from './half-session.store.js';
import { NewFactorService } from './new-factor.service.js';
import { FACTOR_KEY, OtplibCodes } from './otplib-codes.js';
import { Passkeys } from './passkeys.port.js';
import { WebauthnPasskeys } from './webauthn-passkeys.js';

@Module({
  imports: [NetworkModule],
  providers: [
    { provide: FACTOR_KEY, useFactory: factorKey, inject: [CONFIG, KEPT_REDIS] },
    { provide: FactorStore, useClass: FactorRedisStore },
    { provide: HalfSessionStore, useClass: HalfSessionRedisStore },
    { provide: EnrolmentStore, useClass: EnrolmentRedisStore },
    { provide: Passkeys, useClass: WebauthnPasskeys },
    { provide: Codes, useClass: OtplibCodes },
    NewFactorService,
    FactorService,
    HalfSessionService,
    EnrolmentService,
  ],
  exports: [FactorService, HalfSessionService, EnrolmentService],
})
export class FactorModule {}
