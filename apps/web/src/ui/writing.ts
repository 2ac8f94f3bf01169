// Whether a text box had the focus an instant ago: a screen that changes under someone who writes lets them go on writing.
const AN_INSTANT = 500;
let leftAt = -Infinity;

export const nowWriting = () => {
  leftAt = Infinity;
};
/** A box may go away with its focus and without a word: said twice, or by another box, it changes nothing. */
export const noLongerWriting = () => {
  leftAt = Math.min(leftAt, performance.now());
};
export const wasWriting = () => performance.now() - leftAt < AN_INSTANT;
