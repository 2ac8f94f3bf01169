// Running the devices of listening posts: registered, listed and ended by who runs that post, and every one of it written down.
import { Injectable } from '@nestjs/common';
import { firstAssociation, may, type PlaceId, stillMay } from '@veille/domain';
import { type Code, DeviceService, type Made, type Registered } from '../post/device.service.js';
import { PinsService } from '../post/pins.service.js';
import { AccessService, type Session } from './access.service.js';
import { AccessStore } from './access.store.js';
import { SessionService } from './session.service.js';

/** `registeredBy`: as they are called today; nothing of who was removed since. */
export type Listed = Omit<Registered, 'by'> & { readonly registeredBy?: string };

@Injectable()
export class PostDevices {
  constructor(
    private readonly devices: DeviceService,
    private readonly pins: PinsService,
    private readonly accounts: AccessStore,
    private readonly sessions: SessionService,
    private readonly access: AccessService,
  ) {}

  /** This very browser becomes a device of the post (PD1). */
  async registerHere(by: Session, post: PlaceId): Promise<Made | 'not-allowed'> {
    const toBe = await this.#within(by, post, 'device-registered');
    if (!toBe) return 'not-allowed';
    const made = await this.devices.register(toBe);
    this.access.note(by.association, { did: 'device-registered', by: by.account, of: post });
    return made;
  }

  /** Another browser becomes one, where this code is typed (PD1). */
  async openCode(by: Session, post: PlaceId): Promise<Code | 'not-allowed'> {
    const toBe = await this.#within(by, post, 'device-code-made');
    if (!toBe) return 'not-allowed';
    const code = await this.devices.openCode(toBe);
    this.access.note(by.association, { did: 'device-code-made', by: by.account, of: post });
    return code;
  }

  /** By a code, once, while whoever made it still runs the devices of that post (PD1, AC23). */
  async registerBy(code: string): Promise<Made | 'refused'> {
    const toBe = await this.devices.spend(code);
    if (!toBe || !stillMay(await this.accounts.account(toBe.by), 'run-devices', toBe)) {
      // Of what is wrong, used or too old nobody knows whose it was: the first association's journal has it.
      this.access.noteRefused(firstAssociation.id, { did: 'link-refused', what: ['by-code'] });
      return 'refused';
    }
    const { association, by, post } = toBe;
    const made = await this.devices.register(toBe);
    this.access.note(association, { did: 'device-registered', by, of: post, what: ['by-code'] });
    return made;
  }

  async list(by: Session): Promise<Listed[]> {
    const devices = (await this.devices.of(by.association)).filter((one) => may(by, 'run-devices', one));
    const ids = [...new Set(devices.map((device) => device.by))];
    const known = await Promise.all(ids.map(async (id) => this.accounts.account(id)));
    const names = new Map(known.flatMap((one) => (one ? [[one.id, one.pseudonym] as const] : [])));
    return devices
      .sort(
        (one, other) => one.registeredOn.localeCompare(other.registeredOn) || one.id.localeCompare(other.id),
      )
      .map(({ by: whose, ...device }) => {
        const registeredBy = names.get(whose);
        return { ...device, ...(registeredBy !== undefined && { registeredBy }) };
      });
  }

  /** Whoever signed in there is out within two seconds, and no PIN for it is left (PD6). */
  async end(by: Session, id: string): Promise<'ended' | 'not-allowed'> {
    const device = await this.devices.find(id);
    if (!device || !may(by, 'run-devices', device)) return this.#refused(by, 'device-ended');
    const accounts = await this.devices.end(device);
    await this.sessions.endBegunAt(id, accounts);
    await Promise.all(accounts.map((account) => this.pins.drop({ account, device: id })));
    this.access.note(by.association, { did: 'device-ended', by: by.account, of: device.post });
    return 'ended';
  }

  /** Out of reach and not there are one word (TN3). */
  async #within({ account, ...by }: Session, post: PlaceId, did: Did) {
    const toBe = { association: by.association, post, by: account };
    if (may(by, 'run-devices', toBe) && (await this.devices.nameOf(toBe)) !== undefined) return toBe;
    this.#refused({ account, ...by }, did);
    return undefined;
  }

  #refused(by: Session, did: Did): 'not-allowed' {
    this.access.noteRefused(by.association, { did: 'reach-refused', by: by.account, what: [did] });
    return 'not-allowed';
  }
}

type Did = 'device-registered' | 'device-code-made' | 'device-ended';
