// An expected "no" of the launcher: one plain sentence that says what to do, and what the failing tool said,
// if any. Whoever throws it promises that the sentence alone is enough; anything else that is thrown is a
// bug.
export class Refusal extends Error {
  name = 'Refusal';

  constructor(sentence, toolOutput = '') {
    super(sentence);
    this.toolOutput = toolOutput;
  }
}
