// Posts' devices and their codes kept in this process for a test.
import type { AccountId, AssociationId, PostDevice } from '@veille/domain';
import { digestOf, newSecret } from '../../../src/platform/secrets.js';
import { DeviceStore, type Registered, type ToBe, type Use } from '../../../src/post/device.store.js';

export class DeviceMemoryStore extends DeviceStore {
  readonly #devices = new Map<string, PostDevice>();
  readonly #people = new Map<string, Set<AccountId>>();
  readonly #codes = new Map<string, ToBe>();

  async register(device: PostDevice): Promise<string> {
    const token = newSecret();
    this.#devices.set(digestOf(token), device);
    return token;
  }

  idOf(token: string): string {
    return digestOf(token);
  }

  async find(id: string): Promise<Registered | undefined> {
    const device = this.#devices.get(id);
    return device && { ...device, id };
  }

  async of(association: AssociationId): Promise<Registered[]> {
    const all = [...this.#devices].map(([id, device]) => ({ ...device, id }));
    return all.filter((device) => device.association === association);
  }

  async used({ id }: Registered, { by, on: usedOn }: Use): Promise<void> {
    const device = this.#devices.get(id);
    if (!device) return;
    this.#devices.set(id, { ...device, usedOn });
    this.#people.set(id, new Set(this.#people.get(id)).add(by));
  }

  async end({ id }: Registered): Promise<AccountId[] | 'not-there'> {
    const people = [...(this.#people.get(id) ?? [])];
    this.#people.delete(id);
    return this.#devices.delete(id) ? people : 'not-there';
  }

  async openCode(toBe: ToBe): Promise<string> {
    const code = newSecret();
    this.#codes.set(code, toBe);
    return code;
  }

  async spendCode(code: string): Promise<ToBe | undefined> {
    const toBe = this.#codes.get(code);
    this.#codes.delete(code);
    return toBe;
  }
}
