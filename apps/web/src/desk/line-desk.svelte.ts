// Running a line from the desk: its mode, its hours, its limits. What is refused changes nothing and says which field.
import type { DeskLine, DeskRefused, LineMode } from '@veille/shared';
import { lineOverHttp } from './line-over-http.js';
import { formOf, type LineForm, settingsOf } from './line-form.js';

export class LineDesk {
  form = $state<LineForm>();
  busy = $state(false);
  kept = $state(false);
  refused = $state.raw<DeskRefused>();
  /** Said by the operator, whatever is chosen here. */
  imposed = $state.raw<string[]>([]);

  /** `line`: the id of the one that is run. */
  constructor(readonly line: string) {}

  /** Read when the form is opened, and not before: what is written in it is not overwritten meanwhile. */
  async open(): Promise<void> {
    await this.#ask(
      () => lineOverHttp.read(this.line),
      ({ settings }) => (this.form = formOf(settings)),
    );
  }

  close(): void {
    this.form = undefined;
    this.refused = undefined;
    this.kept = false;
  }

  async decide(mode: LineMode): Promise<void> {
    await this.#ask(
      () => lineOverHttp.decide(this.line, mode),
      () => {
        if (this.form) this.form.mode = mode;
      },
    );
  }

  async keep(): Promise<void> {
    const { form } = this;
    if (!form) return;
    await this.#ask(
      () => lineOverHttp.choose(this.line, settingsOf(form)),
      ({ settings }) => {
        this.form = formOf(settings);
        this.kept = true;
      },
    );
  }

  async #ask(ask: () => Promise<DeskLine | DeskRefused>, then: (line: DeskLine) => void): Promise<void> {
    this.busy = true;
    this.kept = false;
    this.refused = undefined;
    const said = await ask();
    this.busy = false;
    if ('refused' in said) this.refused = said;
    else {
      this.imposed = said.imposed;
      then(said);
    }
  }
}
