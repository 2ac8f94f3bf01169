// Enrolling a second factor: one is chosen, it answers, and the codes for the day it is lost are shown this once.
import { totpCode } from '@veille/shared';
import type { Enrolled, TotpOffer } from '@veille/shared';
import * as v from 'valibot';
import type { Refused } from './access.js';
import { factor } from './factor.js';
import { makePasskey, type PasskeyOffer } from './passkey.js';
import { codeOf, isTrial } from './trial-code.js';
import type { NotProven } from './proving.svelte.js';

export class Enrolling {
  busy = $state(false);
  refused = $state<NotProven>();
  /** An app is to be told this, and to answer with a code. */
  offer = $state.raw<TotpOffer>();
  codes = $state.raw<string[]>();
  readonly #over: () => void;

  constructor(over: () => void) {
    this.#over = over;
  }

  /** Nothing of it stays on the page. */
  close(): void {
    this.offer = undefined;
    this.codes = undefined;
    this.refused = undefined;
  }

  async chooseApp(): Promise<void> {
    const said = await this.#try(() => factor.offerApp());
    if (said) this.offer = said;
  }

  chooseAnother(): void {
    this.offer = undefined;
    this.refused = undefined;
  }

  async writeCode(written: string): Promise<void> {
    const code = v.safeParse(totpCode, written);
    if (!code.success) return void (this.refused = 'refused');
    this.#enrolled(await this.#try(() => factor.confirm({ code: code.output })));
  }

  /** Whether this is one's own computer, where one may do without a phone (SF11). */
  get isTrial(): boolean {
    return isTrial(window.location);
  }

  async writeTrialCode(): Promise<void> {
    if (this.offer) await this.writeCode(await codeOf(this.offer.secret, Date.now()));
  }

  async choosePasskey(): Promise<void> {
    await this.#make(() => factor.offerPasskey());
  }

  /** By who showed the factor they have, and was offered this. */
  async makePasskey(offered: PasskeyOffer): Promise<void> {
    await this.#make(async () => offered);
  }

  async #make(offering: () => Promise<PasskeyOffer | Refused>): Promise<void> {
    const done = await this.#try(async () => {
      const offered = await offering();
      if ('refused' in offered) return offered;
      const passkey = await makePasskey(offered);
      return passkey === 'no' ? passkey : factor.confirm({ passkey });
    });
    this.#enrolled(done);
  }

  #enrolled(done: Enrolled | undefined): void {
    if (!done) return;
    this.offer = undefined;
    this.codes = done.recovery;
  }

  async #try<Said extends object>(asked: () => Promise<Said | Refused | 'no'>): Promise<Said | undefined> {
    this.busy = true;
    this.refused = undefined;
    const said = await asked();
    this.busy = false;
    if (typeof said !== 'string' && !isRefused(said)) return said;
    const why = typeof said === 'string' ? 'no' : said.refused;
    if (why === 'over' || why === 'signed-out') this.#over();
    else this.refused = why;
    return undefined;
  }
}

const isRefused = (said: object): said is Refused => 'refused' in said;
