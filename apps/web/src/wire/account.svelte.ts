// Who works at this page: signed in, signed out, or come with an invitation. Used by the two doors of the staff.
import { invitationToken, limits } from '@veille/shared';
import type { AccessRefusal, Halfway, LeaveForProvider, SignOnEnd, Who } from '@veille/shared';
import * as v from 'valibot';
import { access } from './access.js';
import { ChangingPassword } from './changing-password.svelte.js';
import { AtPost } from './at-post.svelte.js';
import { Enrolling } from './enrolling.svelte.js';
import { factor } from './factor.js';
import { OwnFactor } from './own-factor.svelte.js';
import { Proving } from './proving.svelte.js';
import { postOverHttp } from './post.js';
import { pageIn, signOn, signOnEndIn } from './sign-on.js';
import { Staying } from './staying.svelte.js';
import type { Credentials, Refused } from './access.js';

/** `already`: who is signed in here all the same. */
export type AccountState =
  | { at: 'arriving' }
  | { at: 'out' }
  | { at: 'proving' }
  | { at: 'enrolling' }
  | { at: 'invited'; invitation: string; already: Who | undefined }
  | { at: 'in'; who: Who };

/** What is to say of a link: it was not copied whole, or it does not serve any more. */
export type LinkFault = 'cut' | 'over';

const fragment = /^#invitation=(.*)$/;

/** The invitation in the address: empty where it is not whole, undefined where there is none. */
export function invitationIn({ hash }: Pick<Location, 'hash'>): string | undefined {
  const written = fragment.exec(hash)?.[1];
  return written === undefined || v.is(invitationToken, written) ? written : '';
}

const door = /^\/(?:ecoute|desk)\/([^/]+)$/;

/** The association whose door the address names; undefined for the first one's, or whoever is signed in. */
export const associationIn = ({ pathname }: Pick<Location, 'pathname'>): string | undefined =>
  door.exec(pathname)?.[1];

export type Arrival = {
  readonly invitation: string | undefined;
  readonly association?: string | undefined;
  readonly page?: LeaveForProvider['page'];
  /** How it went at the association's provider, where they come from. */
  readonly signOn?: SignOnEnd | undefined;
};
export const arrivalIn = (location: Pick<Location, 'hash' | 'pathname'>): Arrival => ({
  invitation: invitationIn(location),
  association: associationIn(location),
  page: pageIn(location),
  signOn: signOnEndIn(location),
});

/** Out of the address, so that neither the history nor a glance keeps it. */
export const forgetInvitation = () => window.history.replaceState(null, '', window.location.pathname);

export class Account {
  state = $state<AccountState>({ at: 'arriving' });
  refused = $state<AccessRefusal>();
  linkFault = $state<LinkFault>();
  busy = $state(false);
  readonly #entered: (who: Who) => void;
  #linkIsDone: () => void = () => undefined;
  /** Whether the association has a provider of its own, and how it went there. */
  mayLeave = $state(false);
  wayBack = $state<Exclude<SignOnEnd, 'in' | 'half'>>();
  /** The second step, and the choice of one for who has none yet. */
  readonly proving = new Proving<Who>({
    give: (proof) => factor.prove(proof),
    given: (who) => this.#letIn(who),
    over: () => this.#begunAnew(),
  });
  readonly enrolling = new Enrolling(() => this.#begunAnew());
  readonly atPost = new AtPost();
  readonly staying = new Staying();
  readonly password = new ChangingPassword();
  /** Another for everybody who comes in: what is answered late is of who left. */
  factor = $state.raw(new OwnFactor());
  #page: LeaveForProvider['page'] = 'listen';
  #association: string | undefined;

  /** `entered` is called each time someone is let in: by a session, an account or an invitation. */
  constructor(entered: (who: Who) => void) {
    this.#entered = entered;
  }

  /** `linkIsDone` is called when the link serves nothing any more; until then a page loaded anew finds it again. */
  async arrive(arrival: Arrival, linkIsDone = forgetInvitation): Promise<void> {
    const { invitation, association, page = 'listen', signOn: end } = arrival;
    this.#association = association;
    this.#page = page;
    if (end) linkIsDone();
    if (end && end !== 'in' && end !== 'half') this.wayBack = end;
    void signOn.isOffered(association).then((offered) => (this.mayLeave = offered));
    const [me] = await Promise.all([access.me(), this.atPost.look()]);
    const said = this.#ofThisDoor(me);
    if (end === 'half' && 'refused' in said) return this.#goOn(await factor.half());
    if (invitation === undefined) return this.#recognise(said);
    this.#linkIsDone = linkIsDone;
    if (invitation === '') return this.#linkServesNot('cut', said);
    this.state = { at: 'invited', invitation, already: 'refused' in said ? undefined : said };
  }

  /** Without the link: with the account that is signed in here, or one that is not. */
  goWithoutLink(): void {
    if (this.state.at !== 'invited') return;
    const { already } = this.state;
    this.refused = undefined;
    if (already) return this.#letIn(already);
    this.#linkIsDone();
    this.state = { at: 'out' };
  }

  /** With the invitation where there is one, else with an account. */
  async enter(credentials: Credentials): Promise<void> {
    const invited = this.state.at === 'invited' ? this.state : undefined;
    const asked = invited
      ? access.accept({ ...credentials, invitation: invited.invitation })
      : access.signIn({ ...credentials, ...(this.#association && { association: this.#association }) });
    await this.#try(asked);
  }

  /** At a post's own browser, by the PIN one chose for it. */
  async enterByPin(written: { pseudonym: string; pin: string }): Promise<void> {
    await this.#try(postOverHttp.signIn(written));
  }

  /** To the association's provider; who is invited says first what they are to be called here. */
  async leaveForProvider(pseudonym: string, go = (to: string) => window.location.assign(to)): Promise<void> {
    const { state } = this;
    this.#begin();
    const said = await signOn.leave({
      page: this.#page,
      ...(this.#association !== undefined && { association: this.#association }),
      ...(state.at === 'invited' && { newcomer: { invitation: state.invitation, pseudonym } }),
    });
    this.busy = false;
    if ('refused' in said) this.refused = said.refused;
    else go(said.to);
  }

  /** Between the password and the door. */
  get isOnTheWay(): boolean {
    return this.state.at === 'proving' || this.state.at === 'enrolling';
  }

  /** The codes were written down: nothing of them stays on the page. */
  async enrolled(): Promise<void> {
    this.enrolling.close();
    this.#recognise(this.#ofThisDoor(await access.me()));
  }

  async signOut(): Promise<void> {
    await access.signOut();
    this.leave();
  }

  /** The person said so, or the service did, which is said to them. */
  leave(why?: 'signed-out'): void {
    this.refused = why;
    this.atPost.pin = undefined;
    this.staying.end();
    this.password.close();
    this.factor = new OwnFactor();
    this.linkFault = undefined;
    this.enrolling.close();
    this.state = { at: 'out' };
  }

  /** What was begun stands no more: the password comes first again. */
  #begunAnew(): void {
    this.leave();
    this.refused = 'over';
  }

  /** An account of another association is nobody here: neither sees anything of the other. */
  #ofThisDoor(said: Who | Refused): Who | Refused {
    const isOf = 'refused' in said || !this.#association || said.association === this.#association;
    return isOf ? said : { refused: 'signed-out' };
  }

  #begin(): void {
    this.busy = true;
    this.refused = undefined;
    this.linkFault = undefined;
    this.wayBack = undefined;
  }

  async #try(asked: Promise<Who | Halfway | Refused>): Promise<void> {
    this.#begin();
    const said = await asked;
    this.busy = false;
    this.#goOn(said);
  }

  #goOn(said: Who | Halfway | Refused): void {
    if ('prove' in said) {
      this.proving.begin(said.prove);
      this.state = { at: 'proving' };
    } else if (!('refused' in said)) this.#letIn(said);
    else if (this.state.at === 'invited' && said.refused === 'refused')
      this.#linkServesNot('over', this.state.already ?? { refused: 'signed-out' });
    else this.refused = said.refused;
  }

  /** Whoever has an account already goes in; everybody else is told why the link is no way in. */
  #linkServesNot(fault: LinkFault, said: Who | Refused): void {
    this.#linkIsDone();
    this.linkFault = fault;
    this.#recognise(said);
  }

  #letIn(who: Who): void {
    if (this.state.at === 'invited') this.#linkIsDone();
    this.linkFault = undefined;
    if (who.mayOnly === 'enrol') return void (this.state = { at: 'enrolling' });
    this.state = { at: 'in', who };
    this.staying.begin();
    if (this.atPost.post !== undefined) void this.atPost.look();
    this.#entered(who);
  }

  /** No session is no fault: it is the sign-in page. */
  #recognise(said: Who | Refused): void {
    if (!('refused' in said)) this.#letIn(said);
    else {
      this.state = { at: 'out' };
      if (said.refused !== 'signed-out') this.refused = said.refused;
    }
  }
}

/** The rules of a new account, each checked as one writes. The service checks them again. */
export const accountRules = {
  pseudonym: (written: string) => {
    const { length } = written.trim();
    return length >= limits.pseudonym.min && length <= limits.pseudonym.max;
  },
  password: (written: string) =>
    written.length >= limits.password.min && written.length <= limits.password.max,
};
