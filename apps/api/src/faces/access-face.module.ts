// Wires the HTTP door of accounts. The app must be created with `bodyParser: false`: this door reads bodies itself.
import { Inject, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AssociationModule } from '../association/association.module.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { accessDoor } from './access-door.js';
import { NetworkModule } from '../network/network.module.js';
import { SignOnModule } from '../sign-on/sign-on.module.js';
import { AllowedModule } from './allowed.module.js';
import { AccessController } from './access.controller.js';
import { DevicesController } from './devices.controller.js';
import { FactorController } from './factor.controller.js';
import { PasswordController } from './password.controller.js';
import { PostController } from './post.controller.js';
import { ProviderController } from './provider.controller.js';
import { SignOnController } from './sign-on.controller.js';
import { Whence } from './whence.js';

const controllers = [
  AccessController,
  FactorController,
  SignOnController,
  ProviderController,
  PasswordController,
  PostController,
  DevicesController,
];

@Module({
  imports: [AllowedModule, AccessModule, AssociationModule, NetworkModule, SignOnModule],
  providers: [Whence],
  exports: [Whence],
  controllers,
})
export class AccessFaceModule implements NestModule {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(accessDoor(this.config.publicUrl)).forRoutes(...controllers);
  }
}
