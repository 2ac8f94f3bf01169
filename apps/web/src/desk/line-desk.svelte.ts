// Running a line from the desk: its mode, its hours, its limits. What is refused changes nothing and says which field.
import type { DeskLine, DeskRefused, LineMode } from '@veille/shared';
import { Errands } from '../staff/errands.svelte.js';
import { lineOverHttp } from './line-over-http.js';
import { formOf, type LineForm, settingsOf } from './line-form.js';

export class LineDesk extends Errands {
  form = $state<LineForm>();
  kept = $state(false);
  /** Said by the operator, whatever is chosen here. */
  imposed = $state.raw<string[]>([]);

  /** `line`: the id of the one that is run. */
  constructor(readonly line: string) {
    super();
  }

  /** Read when the form is opened, and not before: what is written in it is not overwritten meanwhile. */
  async open(): Promise<void> {
    const said = await this.#ask(lineOverHttp.read(this.line));
    if (said) this.form = formOf(said.settings);
  }

  close(): void {
    this.forget();
    this.form = undefined;
    this.kept = false;
  }

  async decide(mode: LineMode): Promise<void> {
    const said = await this.#ask(lineOverHttp.decide(this.line, mode));
    if (said && this.form) this.form.mode = mode;
  }

  async keep(): Promise<void> {
    const { form } = this;
    const said = form && (await this.#ask(lineOverHttp.choose(this.line, settingsOf(form))));
    if (!said) return;
    this.form = formOf(said.settings);
    this.kept = true;
  }

  async #ask(asked: Promise<DeskLine | DeskRefused>): Promise<DeskLine | undefined> {
    this.kept = false;
    const said = await this.ask(asked);
    if (said) this.imposed = said.imposed;
    return said;
  }
}
