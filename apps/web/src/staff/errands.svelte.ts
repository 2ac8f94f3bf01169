// What somebody of the staff asks for, one thing after another: whether one is on its way, and why the last was refused.
import type { AccessRefusal, DeskRefused } from '@veille/shared';

type Granted<Answer> = Exclude<Answer, { refused: unknown }>;

export abstract class Errands {
  busy = $state(false);
  refused = $state<AccessRefusal>();
  /** The field because of which nothing was changed. */
  fault = $state.raw<{ field: string; why: string }>();

  /** What was answered; nothing where it was refused, which is said. */
  protected async ask<Answer extends object>(asked: Promise<Answer>): Promise<Granted<Answer> | undefined> {
    this.busy = true;
    this.forget();
    const said = await asked;
    this.busy = false;
    if (isGranted(said)) return said;
    if (isRefusal(said)) this.#refuse(said);
    return undefined;
  }

  /** Whatever was refused before is said no more. */
  protected forget(): void {
    this.refused = undefined;
    this.fault = undefined;
  }

  #refuse(refusal: DeskRefused): void {
    if (refusal.refused === 'cannot-hold') this.fault = refusal;
    else this.refused = refusal.refused;
  }
}

const isRefusal = (said: object): said is DeskRefused => 'refused' in said;
const isGranted = <Answer extends object>(said: Answer): said is Granted<Answer> => !isRefusal(said);
