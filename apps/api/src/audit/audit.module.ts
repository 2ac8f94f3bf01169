// Wires the staff audit.
import { Module } from '@nestjs/common';
import { AuditRedisStore } from './audit.redis-store.js';
import { AuditService } from './audit.service.js';
import { AuditStore } from './audit.store.js';
import { Seals } from './seals.port.js';
import { Sha256Seals } from './sha256-seals.js';

@Module({
  providers: [
    { provide: AuditStore, useClass: AuditRedisStore },
    { provide: Seals, useClass: Sha256Seals },
    AuditService,
  ],
  exports: [AuditService],
})
export class AuditModule {}
