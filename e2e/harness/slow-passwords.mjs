// A password that is looked at on the event loop itself, for longer than may be: a test sees by it that it would see it.
import { Argon2Passwords } from '../../apps/api/dist/access/argon2-passwords.js';

Argon2Passwords.prototype.matches = async function matchesOnTheLoop() {
  const until = performance.now() + 300;
  while (performance.now() < until);
  return 'differs';
};
