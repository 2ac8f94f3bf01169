// Wires the HTTP door of those who run a line; a year of closed days fits through it.
import { Inject, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { accessDoor } from './access-door.js';
import { AgreementsController } from './agreements.controller.js';
import { AllowedModule } from './allowed.module.js';
import { AssociationController } from './association.controller.js';
import { AccessModule } from '../access/access.module.js';
import { NetworkModule } from '../network/network.module.js';
import { AssociationsController } from './associations.controller.js';
import { ClosuresController } from './closures.controller.js';
import { DeskController } from './desk.controller.js';

const mostBytes = 32_768;

const controllers = [
  DeskController,
  AssociationController,
  AssociationsController,
  AgreementsController,
  ClosuresController,
];

@Module({ imports: [AllowedModule, AccessModule, AssociationModule, NetworkModule], controllers })
export class DeskFaceModule implements NestModule {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(accessDoor(this.config.publicUrl, mostBytes)).forRoutes(...controllers);
  }
}
