// Run in the node that makes a bench's accounts, and in no other: a password sealed in microseconds, because a thousand
// volunteers sealed as they should be would take minutes, and no measured node ever sees a password.
import { readTypescript } from '../../launch/typescript.mjs';

readTypescript({ '@node-rs/argon2': new URL('./quick-argon2.mjs', import.meta.url).href });
