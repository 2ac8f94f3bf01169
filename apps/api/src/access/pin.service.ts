// PINs for a post's device: chosen by who signed in there whole, good there alone, and no oracle of who has one.
import { Injectable } from '@nestjs/common';
import { type Account, accountId, mayEnterAt } from '@veille/domain';
import type { Registered } from '../post/device.service.js';
import { PinsService } from '../post/pins.service.js';
import type { Entered, Entering, Session } from './access.service.js';
import { AccessStore } from './access.store.js';
import { EnteringService } from './entering.service.js';
import { GuessingService } from './guessing.service.js';
import { Passwords } from './passwords.port.js';

type Asked = { readonly pseudonym: string; readonly pin: string };
/** `used`: this session was begun by it. */
export type PinIs = 'none' | 'chosen' | 'used';

/** Looked up where nobody bears the name, so that it takes as long. */
const nobody = accountId('nobody');

@Injectable()
export class PinService {
  constructor(
    private readonly store: AccessStore,
    private readonly pins: PinsService,
    private readonly passwords: Passwords,
    private readonly guessing: GuessingService,
    private readonly entering: EnteringService,
  ) {}

  /** A wrong PIN, none, one that was dropped and a name nobody bears are one word, after the same work (PD4). */
  async signIn({
    asked,
    ...bearing
  }: Entering<Asked>): Promise<Entered | 'refused' | 'too-fast' | 'unavailable'> {
    const device = await this.entering.deviceAt(bearing.device);
    if (!device) return 'refused';
    const name = { association: device.association, pseudonym: asked.pseudonym };
    const guess = await this.guessing.begin(name, { device: device.id });
    if (guess === 'too-fast') return guess;
    const judged = await this.#judge(device, asked).catch(async (outage: unknown) => {
      await this.guessing.wasNotJudged(guess);
      throw outage;
    });
    if (judged === 'unavailable') await this.guessing.wasNotJudged(guess);
    if (typeof judged === 'string') return judged;
    await this.guessing.wasRight(guess);
    return this.entering.byPin(judged, device, bearing);
  }

  /** By who gave more than a PIN in this session, for the device it was begun at (PD3). */
  async choose(session: Session, pin: string): Promise<'chosen' | 'not-allowed' | 'unavailable'> {
    const { account, association, at, role } = session;
    if (at?.by !== 'password' || role !== 'volunteer') return 'not-allowed';
    const kept = await this.passwords.seal(pin);
    if (kept === 'unavailable') return kept;
    await this.pins.choose({ account, device: at.device }, kept.sealed);
    // Whoever was suspended meanwhile leaves no PIN behind (PD7).
    if ((await this.entering.access.touch(session)) === 'signed-out') {
      await this.pins.drop({ account, device: at.device });
      return 'not-allowed';
    }
    this.entering.access.note(association, { did: 'pin-chosen', by: account, of: at.post });
    return 'chosen';
  }

  /** Their own, where they are; where there is none, nothing is to be forgotten. */
  async forget({ account, association, at }: Session): Promise<void> {
    if (at && (await this.pins.drop({ account, device: at.device })) === 'dropped')
      this.entering.access.note(association, { did: 'pin-dropped', by: account, of: at.post });
  }

  /** Their own, where they are; `undefined` for whoever is at no post's device. */
  async of({ account, at }: Session): Promise<PinIs | undefined> {
    if (!at) return undefined;
    if (!(await this.pins.has({ account, device: at.device }))) return 'none';
    return at.by === 'pin' ? 'used' : 'chosen';
  }

  async #judge(device: Registered, { pseudonym, pin }: Asked): Promise<Account | 'refused' | 'unavailable'> {
    const account = (await this.store.credentials(device.association, pseudonym))?.account;
    const at = { account: account?.id ?? nobody, device: device.id };
    const tried = await this.pins.try(at);
    const answer = await this.passwords.matches(pin, tried === 'none' ? undefined : tried.sealed);
    if (answer === 'unavailable') {
      await this.pins.wasNotJudged(at);
      return answer;
    }
    if (answer === 'matches' && account && !account.suspended && mayEnterAt(account, device)) {
      await this.pins.wasRight(at);
      return account;
    }
    const { access } = this.entering;
    const to = account && { to: account.id };
    if (tried !== 'none' && tried.isLast && (await this.pins.drop(at)) === 'dropped')
      access.note(device.association, { did: 'pin-dropped', of: device.post, ...to });
    access.noteRefused(device.association, { did: 'pin-refused', of: device.post, ...to });
    return 'refused';
  }
}
