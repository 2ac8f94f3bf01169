// One person's visit to this page: what they asked for is answered to them or, once they have left, to nobody. A page whose
// people never sign in has one visit.

let visit = {};

/** Whoever was here has left. What they asked for may still be done; whatever was to follow its answer is not. */
export function endVisit(): void {
  visit = {};
}

/** Settles in the visit in which it was asked for, and never after it. */
export async function ofThisVisit<Said>(asked: Promise<Said>): Promise<Said> {
  const asking = visit;
  try {
    return await asked;
  } finally {
    if (asking !== visit) await new Promise(() => undefined);
  }
}
