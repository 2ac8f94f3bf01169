// Many accounts at once, written beside one that was made the way people get theirs: its record, under other names.
import { firstAssociation, foldPseudonym } from '@veille/domain';
import { keptKeys } from '../../src/platform/redis/keys.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { anAccount, type House } from './accounts.js';

/** What `anAccount` gives everybody. */
export const password = 'correct cheval pile agrafe';

/** The pseudonyms of so many volunteers, who all have one password and no factor. */
export async function manyAccounts(
  service: House & { readonly kept: { readonly client: Redis } },
  count: number,
): Promise<string[]> {
  const { client } = service.kept;
  const pseudonyms = keptKeys.pseudonyms(firstAssociation.id);
  await anAccount(service, { role: 'volunteer', pseudonym: 'Modèle' });
  const id = await client.hget(pseudonyms, foldPseudonym('Modèle'));
  const record = await client.hgetall(keptKeys.account(id ?? ''));
  const made = Array.from({ length: count }, (_, one) => `Bénévole ${one}`);
  for (const [one, pseudonym] of made.entries()) {
    await client.hset(keptKeys.account(`many-${one}`), { ...record, id: `many-${one}`, pseudonym });
    await client.hset(pseudonyms, foldPseudonym(pseudonym), `many-${one}`);
  }
  return made;
}

/** A sign-in over HTTP that comes from this address; its status, and how long it took in milliseconds. */
export async function signsIn(
  url: string,
  { pseudonym, secret, address }: { pseudonym: string; secret: string; address: string },
): Promise<{ status: number; took: number }> {
  const began = performance.now();
  const { status } = await fetch(`${url}/api/access/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-veille': '1', 'x-forwarded-for': address },
    body: JSON.stringify({ pseudonym, password: secret }),
  }).then(async (answer) => ({ status: answer.status, body: await answer.text() }));
  return { status, took: performance.now() - began };
}

/** An address of the nth network. */
export const addressIn = (network: number): string =>
  `11.${Math.trunc(network / 256) % 256}.${network % 256}.7`;
