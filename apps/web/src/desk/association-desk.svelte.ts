// The association from its desk: its lines and posts, one more of each, and, for administrators, one more association.
import type { DeskAssociation, DeskAssociations, DeskRefused, Who } from '@veille/shared';
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

export class AssociationDesk {
  own = $state.raw<DeskAssociation>();
  /** Administrators only. */
  all = $state.raw<DeskAssociations['associations']>();
  /** The form that stands open, and what is written in it. */
  opened = $state<Opened>();
  draft = $state<Founding>(blank());
  busy = $state(false);
  refused = $state.raw<DeskRefused>();
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
    this.refused = undefined;
    this.founded = undefined;
  }

  close(): void {
    this.opened = undefined;
    this.refused = undefined;
  }

  /** An address that was not written by hand follows the name. */
  readonly address = (written: string, name: string) => written.trim() || addressFrom(name);

  async keep(): Promise<void> {
    const { post, timeZone, lineName, name } = this.draft;
    const line = this.address(this.draft.line, lineName);
    const association = this.address(this.draft.association, name);
    if (this.opened === 'post') await this.#try(() => associationOverHttp.addPost(post), this.#isOwn);
    if (this.opened === 'line')
      await this.#try(() => associationOverHttp.addLine({ line, lineName, timeZone }), this.#isOwn);
    if (this.opened === 'association')
      await this.#try(
        () => associationOverHttp.found({ association, name, post, line, lineName, timeZone }),
        ({ associations }) => {
          this.all = associations;
          this.founded = associations.find(({ id }) => id === association);
        },
      );
  }

  readonly #isOwn = (own: DeskAssociation) => (this.own = own);

  async #try<Said extends object>(
    ask: () => Promise<Said | DeskRefused>,
    then: (said: Said) => unknown,
  ): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    const said = await ask();
    this.busy = false;
    if (isRefused(said)) this.refused = said;
    else {
      then(said);
      this.opened = undefined;
    }
  }
}

const isRefused = (said: object): said is DeskRefused => 'refused' in said;
