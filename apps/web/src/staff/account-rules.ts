// The rules of a new account, each checked as one writes. The service checks them again.
import { limits } from '@veille/shared';

export const accountRules = {
  pseudonym: (written: string) => {
    const { length } = written.trim();
    return length >= limits.pseudonym.min && length <= limits.pseudonym.max;
  },
  password: (written: string) =>
    written.length >= limits.password.min && written.length <= limits.password.max,
};
