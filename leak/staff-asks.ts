// A coordinator asks the service for everything it answers to anybody of the staff, from the desk's own page: every route of
// the table of doors, the journal as the files it is taken away in, and the half session of a second factor.
import { routes } from '../apps/api/src/faces/allowed.js';
import { theCoordinator } from '../e2e/harness/people.js';
import type { SearchedHouse } from './house.js';

/** Where a provider would send a browser back is a page, and no answer. */
const isAnswered = (address: string) => address !== '/api/access/sign-on/back';
const files = (address: string) =>
  address.endsWith('/export') ? [`${address}?as=json`, `${address}?as=csv`] : [address];

const asked = Object.keys(routes)
  .flatMap((route) => /^GET (.*)$/.exec(route)?.[1] ?? [])
  .filter(isAnswered)
  .flatMap(files)
  .map((address) => address.replace(':line', 'principale'));

/** Careless nodes tell all they have to whoever asks like this. Each node is asked. */
export async function asksCarelessNodes(house: SearchedHouse): Promise<void> {
  const page = await theCoordinator(house);
  await page.evaluate(`(async () => {
    for (let time = 0; time < 8; time += 1) await (await fetch('/api/access/me?kept')).text();
  })()`);
}

/** What may be refused to somebody who runs everything is what nobody has begun. */
const MAY_BE_REFUSED = '/api/factor/half';

export async function asksEverything(house: SearchedHouse): Promise<void> {
  const page = await theCoordinator(house);
  const refused: unknown = await page.evaluate(`(async () => {
    await (await fetch('/api/factor/again', { method: 'POST' })).text();
    const refused = [];
    for (const address of ${JSON.stringify(asked)}) {
      const answer = await fetch(address);
      await answer.text();
      if (!answer.ok) refused.push(address);
    }
    return refused;
  })()`);
  const silent = (Array.isArray(refused) ? refused.map(String) : asked).filter(
    (one) => one !== MAY_BE_REFUSED,
  );
  if (silent.length > 0) throw new Error(`nobody searched what ${silent.join(', ')} would have answered`);
}
