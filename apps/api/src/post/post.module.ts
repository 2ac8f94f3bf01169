// Wires posts' devices and the PINs for them.
import { Module } from '@nestjs/common';
import { AssociationModule } from '../association/association.module.js';
import { DeviceRedisStore } from './device.redis-store.js';
import { DeviceService } from './device.service.js';
import { DeviceStore } from './device.store.js';
import { PinRedisStore } from './pin.redis-store.js';
import { PinsService } from './pins.service.js';
import { PinStore } from './pin.store.js';

@Module({
  imports: [AssociationModule],
  providers: [
    { provide: DeviceStore, useClass: DeviceRedisStore },
    { provide: PinStore, useClass: PinRedisStore },
    DeviceService,
    PinsService,
  ],
  exports: [DeviceService, PinsService],
})
export class PostModule {}
