// What a page keeps in its tab so that its person can come back.
import * as v from 'valibot';

/** Opaque to the page: it keeps the latest one and shows it when it comes back. */
export const ticket = v.pipe(v.string(), v.minLength(1), v.maxLength(4096));
