// What every store of agreements must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import {
  accountId,
  type AccountId,
  type Agreement,
  agreedOn,
  agreementId,
  associationId,
  hours,
  lineId,
  type Maker,
  placeId,
  type Proposal,
} from '@veille/domain';
import type { AgreementStore, Judge } from './agreement.store.js';

const [own, partner, third] = [associationId('veille'), associationId('etoile'), associationId('nord')];
const line = lineId('principale');
const keptFor = hours(72);
export const proposal: Proposal = { line, of: own, by: accountId('claude'), standsUntil: keptFor };
export const takenBy =
  (who = partner, id = 'one'): Judge<string> =>
  (found, standing) =>
    agreedOn(found, standing, { id: agreementId(id), partner: who, since: 10 });
const agreement: Agreement = { id: agreementId('one'), line, of: own, partner, since: 10 };

export const maker: Maker = { role: 'coordinator', association: own, suspended: false };

/** A store, and a way to make an account stand otherwise in it; without a standing, it is gone. */
export type Held = {
  readonly store: AgreementStore;
  readonly stands: (account: AccountId, as: Maker | undefined) => Promise<unknown>;
};

export function keepsAgreements(aHeld: () => Promise<Held>): void {
  const aStore = async () => {
    const { store, stands } = await aHeld();
    await stands(proposal.by, maker);
    return store;
  };

  it('[AG1] of many who bring one code at once, one has an agreement', async () => {
    const store = await aStore();
    const code = await store.propose(proposal, keptFor);
    expect(code).toMatch(/^[A-Z2-7]{16}$/);
    expect(await store.proposed(line)).toEqual({ proposal, maker });
    const said = await Promise.all(
      ['one', 'two', 'three'].map((id) => store.spend(code, takenBy(third, id))),
    );
    expect(said.filter((one) => one === 'gone')).toHaveLength(2);
    expect(await store.all()).toEqual(said.filter((one) => one !== 'gone'));
    expect(await store.proposed(line)).toBeUndefined();
    expect(await store.spend(code, takenBy())).toBe('gone');
  });

  it('[AG1] the code made last for a line is the only one, and a code that is taken back opens nothing', async () => {
    const store = await aStore();
    const [first, other] = [
      await store.propose(proposal, keptFor),
      await store.propose({ ...proposal, line: lineId('autre') }, keptFor),
    ];
    const last = await store.propose(proposal, keptFor);
    expect(await store.spend(first, takenBy())).toBe('gone');
    expect(await store.takeBack(line)).toBe('taken-back');
    expect(await store.takeBack(line)).toBe('not-there');
    expect(await store.spend(last, takenBy())).toBe('gone');
    expect(await store.all()).toEqual([]);
    expect(await store.spend(other, takenBy())).toEqual({ ...agreement, line: lineId('autre') });
  });

  it('[AG1] of many codes made for one line at once, one is good', async () => {
    const store = await aStore();
    const codes = await Promise.all([1, 2, 3, 4].map(() => store.propose(proposal, keptFor)));
    const said = await Promise.all(
      codes.map((code, n) => store.spend(code, takenBy(associationId(`p${n}`), `a${n}`))),
    );
    expect(said.filter((one) => one === 'gone')).toHaveLength(3);
    expect(await store.all()).toHaveLength(1);
  });

  it('[AG2] what is refused is not agreed, and leaves the code as good as it was', async () => {
    const store = await aStore();
    const code = await store.propose(proposal, keptFor);
    expect(await store.spend('A'.repeat(16), takenBy())).toBe('gone');
    expect(await store.spend(code, takenBy(own))).toBe('own-line');
    expect(await store.spend(code, () => 'no')).toBe('no');
    expect(await store.all()).toEqual([]);
    expect(await store.spend(code, takenBy())).toEqual(agreement);
  });

  it('[AG4] of many who end it at once one does, and the others of the line stand', async () => {
    const store = await aStore();
    await store.spend(await store.propose(proposal, keptFor), takenBy());
    await store.spend(await store.propose(proposal, keptFor), takenBy(third, 'two'));
    expect(await store.all()).toEqual([agreement, { ...agreement, id: 'two', partner: third }]);
    const said = await Promise.all([store.end(agreement), store.end(agreement), store.end(agreement)]);
    expect(said.sort()).toEqual(['ended', 'not-there', 'not-there']);
    expect(await store.all()).toEqual([{ ...agreement, id: 'two', partner: third }]);
    await store.end({ ...agreement, id: agreementId('two') });
    expect(await store.all()).toEqual([]);
    await store.spend(await store.propose(proposal, keptFor), takenBy());
    expect(await store.all()).toEqual([agreement]);
  });

  it('[AG4] an end and an agreement at once undo neither', async () => {
    const store = await aStore();
    await store.spend(await store.propose(proposal, keptFor), takenBy());
    const code = await store.propose(proposal, keptFor);
    const said = await Promise.all([store.spend(code, takenBy(third, 'two')), store.end(agreement)]);
    expect(said).toEqual([{ ...agreement, id: 'two', partner: third }, 'ended']);
    expect(await store.all()).toEqual([{ ...agreement, id: 'two', partner: third }]);
  });

  const lost: [string, Maker | undefined][] = [
    ['who is suspended', { ...maker, suspended: true }],
    ['who is a volunteer again', { ...maker, role: 'volunteer' }],
    ['who is gone', undefined],
  ];
  it.each(lost)(
    '[AG9] the code of somebody %s opens nothing, and is as good as it was if they are back',
    async (_, as) => {
      const { store, stands } = await aHeld();
      await stands(proposal.by, maker);
      const code = await store.propose(proposal, keptFor);
      await stands(proposal.by, as);
      expect(await store.proposed(line)).toEqual({ proposal, maker: as });
      expect(await store.spend(code, takenBy())).toBe('gone');
      expect(await store.all()).toEqual([]);
      await stands(proposal.by, maker);
      expect(await store.spend(code, takenBy())).toEqual(agreement);
    },
  );

  it.each(lost)('[AG9] a right that is lost while the code is judged is found: %s', async (_, as) => {
    const { store, stands } = await aHeld();
    await stands(proposal.by, maker);
    const code = await store.propose(proposal, keptFor);
    let changed: Promise<unknown> | undefined;
    const said = await store.spend(code, (found, standing) => {
      changed ??= stands(proposal.by, as);
      return takenBy()(found, standing);
    });
    await changed;
    expect(said).toBe('gone');
    expect(await store.all()).toEqual([]);
  });

  it('[AG9] of a post’s coordinator, and of somebody in another association, nothing is opened', async () => {
    const { store, stands } = await aHeld();
    const code = await store.propose(proposal, keptFor);
    for (const as of [
      { ...maker, post: placeId('central') },
      { ...maker, association: third },
    ]) {
      await stands(proposal.by, as);
      expect(await store.spend(code, takenBy())).toBe('gone');
    }
  });
}
