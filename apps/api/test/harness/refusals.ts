// What is asked wrongly, one case after the other: each is refused with one word, changes nothing, and leaves one line in the journal.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { associationId } from '@veille/domain';
import type { AccessRefusal } from '@veille/shared';
import type { Answered } from './access-over-http.js';
import { aStaffHouse, type StaffHouse } from './a-staff-house.js';
import { etoile } from './an-association.js';
import { aRedis, type TestRedis } from './redis.js';

export type Wrong = { readonly asks: () => Promise<Answered>; readonly line: object };
export type Case = {
  readonly what: string;
  readonly is: AccessRefusal;
  /** Prepares it; what is asked then is what is judged. */
  readonly comes: (house: StaffHouse) => Promise<Wrong>;
};

/** `rules`: their ids, as a test names them. */
export function refusesEach(rules: string, cases: readonly Case[]): void {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  it.each(cases.map((one) => [one.what, one] as const))(
    `${rules} refused, nothing changed, one line: %s`,
    async (_what, { is, comes }) => {
      const house = await aStaffHouse(redis.client);
      try {
        const { asks, line } = await comes(house);
        const [kept, lines] = [await house.kept(), await house.written()];
        const elsewhere = await house.written(associationId(etoile.association));
        expect((await asks()).body).toEqual({ refused: is });
        expect(await house.kept()).toEqual(kept);
        expect(await house.written()).toEqual([line, ...lines]);
        expect(await house.written(associationId(etoile.association))).toEqual(elsewhere);
      } finally {
        await house.stop();
      }
    },
  );
}
