// Puts the guard before every HTTP route of the service, those nobody thought of included.
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessModule } from '../access/access.module.js';
import { AllowedGuard } from './allowed.guard.js';

@Module({ imports: [AccessModule], providers: [{ provide: APP_GUARD, useClass: AllowedGuard }] })
export class AllowedModule {}
