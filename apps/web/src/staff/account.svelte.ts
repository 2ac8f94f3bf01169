// Who works at this page: signed in, signed out, or come with an invitation. Used by the two doors of the staff.
import type { AccessRefusal, Halfway, LeaveForProvider, SignOnEnd, Who } from '@veille/shared';
import { access } from './access.js';
import { type Arrival, forgetInvitation } from './arrival.js';
import { AtPost } from './at-post.svelte.js';
import { factor } from './factor.js';
import { Own } from './own.svelte.js';
import { postOverHttp } from './post.js';
import { signOn } from './sign-on.js';
import { Staying } from './staying.svelte.js';
import { endVisit } from '../wire/visit.js';
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
  own = $state.raw(this.#another());
  atPost = $state.raw(new AtPost());
  readonly staying = new Staying();
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
    this.own.enrolling.close();
    this.#recognise(this.#ofThisDoor(await access.me()));
  }

  async signOut(): Promise<void> {
    endVisit();
    await access.signOut();
    this.leave();
  }

  /** The person said so, or the service did, which is said to them. */
  leave(why?: 'signed-out'): void {
    endVisit();
    this.#begin();
    this.busy = false;
    this.refused = why;
    this.own = this.#another();
    this.atPost = new AtPost(this.atPost.post);
    this.staying.end();
    this.state = { at: 'out' };
  }

  #another(): Own {
    return new Own({ proven: (who) => this.#letIn(who), over: () => this.#begunAnew() });
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
      this.own.proving.begin(said.prove);
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
