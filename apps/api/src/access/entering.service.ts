// The last step of every way in: whoever has a factor gives it, and whoever has none may do no more than their place allows.
import { Injectable } from '@nestjs/common';
import {
  type Account,
  type AccountId,
  assuranceOf,
  type AtPost,
  type FactorKind,
  mayEnterAt,
  type Networks,
} from '@veille/domain';
import type { Proof } from '../factor/factor.service.js';
import { FactorService } from '../factor/factor.service.js';
import { HalfSessionService } from '../factor/half-session.service.js';
import { DeviceService, type Registered } from '../post/device.service.js';
import { AccessService, type Bearing, type Entered, type Session } from './access.service.js';
import { AccessStore } from './access.store.js';

/** The password was right: `half` is for the browser's cookie alone, and the factor comes next. */
export type HalfIn = { readonly half: string; readonly prove: FactorKind };
/** `isTwofold`: what they gave already was two things. */
export type Coming = Bearing & {
  readonly isTwofold?: boolean;
  readonly did?: 'account-made';
};
type Proving = Bearing & { readonly half: string; readonly proof: Proof; readonly networks?: Networks };

@Injectable()
export class EnteringService {
  constructor(
    private readonly store: AccessStore,
    readonly access: AccessService,
    private readonly factors: FactorService,
    private readonly halves: HalfSessionService,
    private readonly devices: DeviceService,
  ) {}

  /**
   * For who gave the right password, has just chosen it, or comes from their association's provider (SF1, SO5). At their
   * own post's device nothing more is asked of a volunteer (PD2).
   */
  async afterFirst(
    account: Account,
    { isTwofold = false, device, ...coming }: Coming,
  ): Promise<Entered | HalfIn> {
    const at = await this.#begunAt(account, device);
    if (isTwofold) return this.access.enter(account, { ...coming, at, assurance: 'whole' });
    if (at) {
      const assurance = assuranceOf({ role: account.role, gaveFactor: false, atPost: true });
      return this.access.enter(account, { ...coming, at, assurance });
    }
    const factor = await this.factors.of(account.id);
    if (factor) return { half: await this.halves.begin(account.id), prove: factor.kind };
    const assurance = assuranceOf({ role: account.role, gaveFactor: false, atPost: false });
    return this.access.enter(account, { ...coming, assurance });
  }

  /** For who has just chosen another password by a reset: the factor there was may be lost as well (SP5). */
  async anew(account: Account, coming: Coming): Promise<Entered | HalfIn> {
    await this.factors.remove(account.id);
    return this.afterFirst(account, coming);
  }

  /** By the PIN they chose for this very device. */
  async byPin(account: Account, device: Registered, { former }: Bearing): Promise<Entered> {
    const at = await this.#at(device, { by: 'pin', account: account.id });
    return this.access.enter(account, { former, at, assurance: 'at-post' });
  }

  /** The post's device this browser is, if it is one. */
  async deviceAt(token: string | undefined): Promise<Registered | undefined> {
    return this.devices.at(token);
  }

  async prove({
    half,
    proof,
    networks,
    former,
    device,
  }: Proving): Promise<Entered | 'refused' | 'over' | 'too-fast'> {
    const proven = await this.halves.prove(half, proof, networks);
    if (typeof proven === 'string') return proven;
    const account = await this.store.account(proven.account);
    if (!account || account.suspended) return 'refused';
    const at = await this.#begunAt(account, device);
    return this.access.enter(account, { former, at, assurance: 'whole' });
  }

  /** Signed in, and about to change their factor: the present one comes first. */
  async again({ account }: Session): Promise<HalfIn | 'refused'> {
    const factor = await this.factors.of(account);
    return factor ? { half: await this.halves.begin(account), prove: factor.kind } : 'refused';
  }

  /** A session that could only enrol has done so. Any other goes on as it is: nobody is thrown out of a conversation. */
  async afterEnrolling(session: Session, token: string): Promise<Entered | undefined> {
    const account = session.assurance === 'enrols' ? await this.store.account(session.account) : undefined;
    return account && this.access.enter(account, { former: token, assurance: 'whole' });
  }

  /** Where this browser is, if it is a device of theirs. */
  async #begunAt(account: Account, token: string | undefined): Promise<AtPost | undefined> {
    const device = await this.devices.at(token);
    return device && mayEnterAt(account, device)
      ? this.#at(device, { by: 'password', account: account.id })
      : undefined;
  }

  /** That it was used is written down, to the day, and by whom: who ends it ends what they began there. */
  async #at(
    device: Registered,
    { by, account }: Pick<AtPost, 'by'> & { account: AccountId },
  ): Promise<AtPost> {
    await this.devices.used(device, account);
    return { device: device.id, post: device.post, by };
  }
}
