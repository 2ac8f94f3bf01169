// The association from its desk: its lines and posts, one more of each, and, for administrators, one more association.
import type { DeskAssociation, DeskAssociations, DeskRefused, Who } from '@veille/shared';
import { Errands } from '../staff/errands.svelte.js';
import { associationOverHttp } from './association-over-http.js';
import { addressFrom } from './address.js';

type Drafts = { post: string; line: string; lineName: string; timeZone: string };
type Founding = Drafts & { association: string; name: string };
export type Opened = 'post' | 'line' | 'association';

const homeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const blank = (): Founding => ({
  association: '',
  name: '',
  post: '',
  line: '',
  lineName: '',
  timeZone: homeZone(),
});

export class AssociationDesk extends Errands {
  own = $state.raw<DeskAssociation>();
  /** Administrators only. */
  all = $state.raw<DeskAssociations['associations']>();
  /** The form that stands open, and what is written in it. */
  opened = $state<Opened>();
  draft = $state<Founding>(blank());
  /** What was just founded, so that its first coordinator can be invited. */
  founded = $state.raw<{ id: string; name: string }>();

  async arrive({ role }: Who): Promise<void> {
    if (this.own) return;
    const own = await associationOverHttp.read();
    if (!('refused' in own)) this.own = own;
    if (role !== 'administrator') return;
    const all = await associationOverHttp.all();
    if (!('refused' in all)) this.all = all.associations;
  }

  open(what: Opened): void {
    this.opened = what;
    this.draft = blank();
    this.forget();
    this.founded = undefined;
  }

  close(): void {
    this.opened = undefined;
    this.forget();
  }

  /** An address that was not written by hand follows the name. */
  readonly address = (written: string, name: string) => written.trim() || addressFrom(name);

  async keep(): Promise<void> {
    const said = await this.#found();
    if (said) this.opened = undefined;
  }

  async #found(): Promise<DeskAssociation | DeskAssociations | undefined> {
    const { post, timeZone, lineName, name } = this.draft;
    const line = this.address(this.draft.line, lineName);
    if (this.opened === 'post') return this.#isOwn(associationOverHttp.addPost(post));
    if (this.opened === 'line') return this.#isOwn(associationOverHttp.addLine({ line, lineName, timeZone }));
    if (this.opened === undefined) return undefined;
    const association = this.address(this.draft.association, name);
    const asked = associationOverHttp.found({ association, name, post, line, lineName, timeZone });
    const said = await this.ask(asked);
    if (!said) return undefined;
    this.all = said.associations;
    this.founded = said.associations.find(({ id }) => id === association);
    return said;
  }

  async #isOwn(asked: Promise<DeskAssociation | DeskRefused>): Promise<DeskAssociation | undefined> {
    const said = await this.ask(asked);
    if (said) this.own = said;
    return said;
  }
}
