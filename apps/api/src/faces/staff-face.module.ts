// Wires the HTTP doors of one's own sessions, of resets, and of who runs an association's staff.
import { Inject, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AssociationModule } from '../association/association.module.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { accessDoor } from './access-door.js';
import { JournalController } from './journal.controller.js';
import { ResetController } from './reset.controller.js';
import { SessionsController } from './sessions.controller.js';
import { StaffController } from './staff.controller.js';

const doors = [JournalController, StaffController, SessionsController, ResetController];

@Module({ imports: [AccessModule, AssociationModule], controllers: doors })
export class StaffFaceModule implements NestModule {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(accessDoor(this.config.publicUrl)).forRoutes(...doors);
  }
}
