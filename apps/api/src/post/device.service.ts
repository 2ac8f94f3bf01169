// Posts' devices: which browser is one, and how it becomes one: at once, or by a code typed on it.
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  type AssociationId,
  dayIn,
  type Duration,
  deviceCodeLasts,
  deviceLasts,
  type PlaceId,
} from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import { DeviceStore, type Registered, type ToBe } from './device.store.js';

export type { Registered } from './device.store.js';
export type Code = { readonly code: string; readonly validFor: Duration };
/** `token` is for the browser's cookie alone. */
export type Made = ToBe & { readonly token: string };

@Injectable()
export class DeviceService {
  constructor(
    private readonly store: DeviceStore,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
  ) {}

  async register(toBe: ToBe): Promise<Made> {
    const today = this.#today();
    const token = await this.store.register({ ...toBe, registeredOn: today, usedOn: today }, deviceLasts);
    return { ...toBe, token };
  }

  async openCode(toBe: ToBe): Promise<Code> {
    return { code: await this.store.openCode(toBe, deviceCodeLasts), validFor: deviceCodeLasts };
  }

  /** What a browser is to be by this code: of many who type it, one is told. */
  async spend(code: string): Promise<ToBe | undefined> {
    return this.store.spendCode(code);
  }

  /** The device this browser is, by its cookie. */
  async at(token: string | undefined): Promise<Registered | undefined> {
    return token === undefined ? undefined : this.store.find(this.store.idOf(token));
  }

  async find(id: string): Promise<Registered | undefined> {
    return this.store.find(id);
  }

  async of(association: AssociationId): Promise<Registered[]> {
    return this.store.of(association);
  }

  /** Somebody signed in there. */
  async used(device: Registered, by: AccountId): Promise<void> {
    await this.store.used(device, { by, on: this.#today() }, deviceLasts);
  }

  /** Who has signed in there; nobody, where somebody else ended it meanwhile. */
  async end(device: Registered): Promise<AccountId[]> {
    const people = await this.store.end(device);
    return people === 'not-there' ? [] : people;
  }

  /** What a post is called; `undefined` where the association has no such post. */
  async nameOf({
    association,
    post,
  }: {
    association: AssociationId;
    post: PlaceId;
  }): Promise<string | undefined> {
    return (await this.associations.posts(association)).find(({ id }) => id === post)?.name;
  }

  #today() {
    return dayIn('UTC', this.clock.now());
  }
}
