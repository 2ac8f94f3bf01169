// What this installation serves, asked on hot paths: the lines are read at most once in a few seconds, whatever is asked.
import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountId,
  type Association,
  type AssociationId,
  dayOn,
  faultsIn,
  fieldsChanged,
  firstAssociation,
  firstLine,
  firstPost,
  firstSettings,
  inForce,
  asOpened,
  type Instant,
  type KeptLine,
  type Line,
  type LineId,
  type LineSettings,
  type Post,
  seconds,
  type SettingsFault,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { lineChosen } from './association.facts.js';
import { AssociationStore, IMPOSED } from './association.store.js';

/** A line that is closed on one node is closed on the others before anybody has read this sentence. */
const readAgainAfter = seconds(2);

type Lines = ReadonlyMap<LineId, Line>;
type Reading = { readonly at: Instant; readonly lines: Promise<Lines> };

@Injectable()
export class AssociationService {
  #reading: Reading | undefined;

  /** `imposed`: settings the operator's environment names, on every line (AS2). */
  constructor(
    private readonly store: AssociationStore,
    private readonly clock: Clock,
    @Inject(IMPOSED) private readonly imposed: Partial<LineSettings>,
    private readonly facts: Facts = new Facts(),
  ) {}

  /** The settings nobody chooses on a line, because the environment names them. */
  get imposedFields(): string[] {
    return Object.keys(this.imposed);
  }

  /** Makes sure that there is something to serve (AS1). */
  async seed(): Promise<'seeded' | 'already-there'> {
    const said = await this.store.seed({ association: firstAssociation, line: firstLine, post: firstPost });
    this.#reading = undefined;
    return said;
  }

  async line(id: LineId): Promise<Line | 'no-such-line'> {
    return (await this.#lines()).get(id) ?? 'no-such-line';
  }

  /** The lines an association runs, the first that was opened first. */
  async linesOf(association: AssociationId): Promise<Line[]> {
    return asOpened((await this.lines()).filter((line) => line.association === association));
  }

  async lines(): Promise<Line[]> {
    return [...(await this.#lines()).values()];
  }

  /**
   * Chooses some settings of a line, if it can live by them; the first that cannot hold is named, and nothing is changed.
   * The other nodes know within the time they read lines again in (AS3, AS6). `by`: who chose it, to be told upward (AU6).
   */
  async choose(
    id: LineId,
    chosen: Partial<LineSettings>,
    by?: AccountId,
  ): Promise<'changed' | 'no-such-line' | SettingsFault> {
    let fault: SettingsFault | undefined;
    let others: { before: KeptLine; after: KeptLine } | undefined;
    const said = await this.store.change(id, (before) => {
      fault = this.#faultOf(before, chosen);
      const after = fault ? before : { ...before, settings: { ...before.settings, ...chosen } };
      others = { before, after };
      return after;
    });
    this.#reading = undefined;
    if (by && others) this.#tell(others, by);
    return fault ?? said;
  }

  /** Of the line's own settings, and of those in force; what stood before and is not touched keeps nobody from closing a line. */
  #faultOf(line: KeptLine, chosen: Partial<LineSettings>): SettingsFault | undefined {
    const stood = this.#faultsOf(line);
    return this.#faultsOf({ ...line, settings: { ...line.settings, ...chosen } }).find(
      ({ field, why }) => field in chosen || !stood.some((one) => one.field === field && one.why === why),
    );
  }

  #faultsOf(line: KeptLine): SettingsFault[] {
    const today = dayOn(line, this.clock.now());
    return [inForce(line, {}), inForce(line, this.imposed)].flatMap(({ settings }) =>
      faultsIn(settings, today),
    );
  }

  #tell({ before, after }: { before: KeptLine; after: KeptLine }, by: AccountId): void {
    const { id: line, association } = after;
    const fields = fieldsChanged(before.settings, after.settings);
    if (fields.length === 0) return;
    this.facts.state(lineChosen, {
      association,
      line,
      by,
      fields,
      ...(fields.includes('mode') && { mode: { ...firstSettings, ...after.settings }.mode }),
    });
  }

  /** A line more is known on this node at once, and on the others within the time they read lines again in. */
  hasChanged(): void {
    this.#reading = undefined;
  }

  async association(id: AssociationId): Promise<Association | 'no-such-association'> {
    return (await this.associations()).find((one) => one.id === id) ?? 'no-such-association';
  }

  async associations(): Promise<Association[]> {
    return this.store.associations();
  }

  async posts(association: AssociationId): Promise<Post[]> {
    return this.store.posts(association);
  }

  /**
   * One reading serves everybody who asks meanwhile, strangers who ask for lines that never were included (AS3). Once
   * there was one, nobody waits for the next: what was known is served, and goes on being served in an outage (AS4).
   */
  #lines(): Promise<Lines> {
    const known = this.#reading;
    if (known && this.clock.now() - known.at < readAgainAfter) return known.lines;
    const next = this.#read();
    const reading: Reading = { at: this.clock.now(), lines: known?.lines ?? next };
    this.#reading = reading;
    next.then(
      (lines) => {
        if (this.#reading === reading) this.#reading = { at: reading.at, lines: Promise.resolve(lines) };
      },
      () => {
        if (this.#reading === reading && !known) this.#reading = undefined;
      },
    );
    return reading.lines;
  }

  async #read(): Promise<Lines> {
    const kept = await this.store.lines();
    return new Map(kept.map((line) => [line.id, inForce(line, this.imposed)]));
  }
}
