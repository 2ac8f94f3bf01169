// Posts' devices in the kept store: one small record each and a set of their names, and for ten minutes the digest of a code.
import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountId,
  accountId,
  type AssociationId,
  type Duration,
  type PostDevice,
} from '@veille/domain';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { digestOf, newCode, newSecret } from '../platform/secrets.js';
import { deviceFrom, recordOf, toBeFrom } from './device-records.js';
import { DeviceStore, type Registered, type ToBe, type Use } from './device.store.js';

@Injectable()
export class DeviceRedisStore extends DeviceStore {
  constructor(@Inject(KEPT_REDIS) private readonly kept: Redis) {
    super();
  }

  async register(device: PostDevice, keptFor: Duration): Promise<string> {
    const token = newSecret();
    const [id, all] = [digestOf(token), keptKeys.postDevices(device.association)];
    const done = await this.kept
      .multi()
      .set(keptKeys.postDevice(id), recordOf(device), 'PX', keptFor)
      .sadd(all, id)
      .pexpire(all, keptFor)
      .exec();
    if (done === null) throw new Error('a device was not kept');
    return token;
  }

  idOf(token: string): string {
    return digestOf(token);
  }

  async find(id: string): Promise<Registered | undefined> {
    const device = deviceFrom(await this.kept.get(keptKeys.postDevice(id)));
    return device && { ...device, id };
  }

  async of(association: AssociationId): Promise<Registered[]> {
    const ids = await this.kept.smembers(keptKeys.postDevices(association));
    const found = await Promise.all(ids.map(async (id) => ({ id, device: await this.find(id) })));
    const over = found.filter(({ device }) => !device).map(({ id }) => id);
    if (over.length > 0) await this.kept.srem(keptKeys.postDevices(association), ...over);
    return found.flatMap(({ device }) => (device ? [device] : []));
  }

  async used(device: Registered, { by, on: usedOn }: Use, keptFor: Duration): Promise<void> {
    const { id, association } = device;
    const [key, people] = [keptKeys.postDevice(id), keptKeys.devicePeople(id)];
    if ((await this.kept.set(key, recordOf({ ...device, usedOn }), 'PX', keptFor, 'XX')) === null) return;
    await this.kept
      .multi()
      .sadd(people, by)
      .pexpire(people, keptFor)
      .pexpire(keptKeys.postDevices(association), keptFor)
      .exec();
  }

  async end({ id, association }: Registered): Promise<AccountId[] | 'not-there'> {
    const people = keptKeys.devicePeople(id);
    const ended = await this.kept.del(keptKeys.postDevice(id));
    await this.kept.srem(keptKeys.postDevices(association), id);
    if (ended === 0) return 'not-there';
    const all = await this.kept.smembers(people);
    await this.kept.del(people);
    return all.map(accountId);
  }

  async openCode(toBe: ToBe, keptFor: Duration): Promise<string> {
    const code = newCode(LETTERS);
    await this.kept.set(keptKeys.postCode(digestOf(code)), recordOf(toBe), 'PX', keptFor);
    return code;
  }

  async spendCode(code: string): Promise<ToBe | undefined> {
    return toBeFrom(await this.kept.getdel(keptKeys.postCode(digestOf(code))));
  }
}

/** 60 random bits, for ten minutes: nobody comes upon one by trying. */
const LETTERS = 12;
