// Running the staff from the desk: who is there, what may be done to them, and the journal of what was done.
import type { JournalRecord, MemberTold, StaffDeed } from '@veille/shared';
import { Errands } from '../staff/errands.svelte.js';
import { staffOverHttp } from './staff-over-http.js';

type ResetMade = { pseudonym: string; link: string; validFor: number };

export class StaffDesk extends Errands {
  members = $state.raw<MemberTold[]>();
  records = $state.raw<JournalRecord[]>();
  hasMore = $state(false);
  /** Shown once: it is nowhere else, and gone when it is put away. */
  reset = $state.raw<ResetMade>();

  async open(): Promise<void> {
    await this.#members(staffOverHttp.members());
  }

  async run(deed: StaffDeed, { account }: MemberTold): Promise<void> {
    await this.#members(staffOverHttp.run(deed, account));
  }

  async makeReset({ account, pseudonym }: MemberTold): Promise<void> {
    const said = await this.ask(staffOverHttp.reset(account));
    if (said) this.reset = { pseudonym, ...said };
  }

  putAway(): void {
    this.reset = undefined;
  }

  /** From the newest on. */
  async openJournal(): Promise<void> {
    await this.#page(0, []);
  }

  async more(): Promise<void> {
    const before = this.records ?? [];
    await this.#page(before.length, before);
  }

  close(): void {
    this.members = undefined;
    this.records = undefined;
    this.reset = undefined;
    this.forget();
  }

  async #page(skip: number, before: JournalRecord[]): Promise<void> {
    const said = await this.ask(staffOverHttp.journal(skip));
    if (!said) return;
    this.records = [...before, ...said.records];
    this.hasMore = said.more;
  }

  async #members(asked: ReturnType<typeof staffOverHttp.members>): Promise<void> {
    const said = await this.ask(asked);
    if (said) this.members = said.members;
  }
}
