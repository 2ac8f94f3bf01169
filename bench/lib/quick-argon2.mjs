// What stands in for Argon2 where no password has to be kept from anybody.
import { createHash } from 'node:crypto';

export const hash = async (password) => createHash('sha256').update(password).digest('base64url');
export const verify = async (sealed, password) => sealed === (await hash(password));
