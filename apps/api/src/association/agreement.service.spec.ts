// Agreements over time: how long a code is good, which lines are open to whom, and that an end is told once.
import { expect, it } from '@jest/globals';
import {
  accountId,
  associationId,
  firstAssociation,
  firstLine,
  firstPost,
  hours,
  lineId,
  type Maker,
  placeId,
} from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AgreementMemoryStore } from '../../test/harness/memory/agreement.memory-store.js';
import { AssociationMemoryStore } from '../../test/harness/memory/association.memory-store.js';
import { Facts } from '../platform/facts.js';
import { AgreementService } from './agreement.service.js';
import { agreementEnded } from './association.facts.js';
import { AssociationService } from './association.service.js';

const partner = associationId('etoile');
const asked = { line: firstLine.id, of: firstAssociation.id, by: accountId('claude') };

async function twoAssociations() {
  const [store, clock, facts] = [new AssociationMemoryStore(), new FakeClock(), new Facts()];
  await store.seed({ association: firstAssociation, line: firstLine, post: firstPost });
  const line = { ...firstLine, id: lineId('nuit'), association: partner, name: 'La nuit', since: 1 };
  const post = { id: placeId('port'), name: 'Poste du port' };
  await store.found({ association: { id: partner, name: 'L’Étoile' }, line, post });
  const associations = new AssociationService(store, clock, {});
  const agreed = new AgreementMemoryStore();
  const may: Maker = { role: 'coordinator', association: firstAssociation.id, suspended: false };
  agreed.stands(asked.by, may);
  const agreements = new AgreementService(agreed, associations, clock, facts);
  const ended: unknown[] = [];
  facts.when(agreementEnded, (one) => void ended.push(one));
  const stands = (as: Partial<Maker>) => agreed.stands(asked.by, { ...may, ...as });
  return { agreements, associations, clock, ended, stands };
}

it('[AG1] a code is good for 72 hours, and says how long it still is', async () => {
  const { agreements, clock } = await twoAssociations();
  const { code, validFor } = await agreements.propose(asked);
  expect(validFor).toBe(hours(72));
  clock.advance(hours(71));
  expect(await agreements.proposed(asked.line)).toBe(hours(1));
  clock.advance(hours(1));
  expect(await agreements.proposed(asked.line)).toBeUndefined();
  expect(await agreements.accept(code, partner)).toBe('gone');
  expect(await agreements.of(partner)).toEqual([]);
});

it('[AG9] a code whose maker may not give it is said by nobody to be good, and is again when they may', async () => {
  const { agreements, stands } = await twoAssociations();
  const { code } = await agreements.propose(asked);
  stands({ suspended: true });
  expect(await agreements.proposed(asked.line)).toBeUndefined();
  expect(await agreements.accept(code, partner)).toBe('gone');
  stands({});
  expect(await agreements.proposed(asked.line)).toBe(hours(72));
  expect(await agreements.accept(code, partner)).toMatchObject({ partner });
});

it('[AG3] a line is open to its partner while the agreement stands, and to nobody else', async () => {
  const { agreements, associations } = await twoAssociations();
  const line = await associations.line(firstLine.id);
  if (line === 'no-such-line') throw new Error('no line');
  const third = associationId('nord');
  expect(await agreements.mayServe(partner, line)).toBe(false);
  const agreement = await agreements.accept((await agreements.propose(asked)).code, partner);
  if (typeof agreement === 'string') throw new Error(agreement);
  expect(await agreements.linesOpenTo(partner)).toEqual([line]);
  expect(await agreements.linesOpenTo(firstAssociation.id)).toEqual([]);
  expect(await agreements.of(third)).toEqual([]);
  for (const [who, may] of [
    [partner, true],
    [firstAssociation.id, true],
    [third, false],
  ] as const)
    expect(await agreements.mayServe(who, line)).toBe(may);
  await agreements.end(agreement);
  expect(await agreements.mayServe(partner, line)).toBe(false);
  expect(await agreements.linesOpenTo(partner)).toEqual([]);
});

it('[AG4] an end is stated once, with the line and whose volunteers serve it no more', async () => {
  const { agreements, ended } = await twoAssociations();
  const agreement = await agreements.accept((await agreements.propose(asked)).code, partner);
  if (typeof agreement === 'string') throw new Error(agreement);
  expect(await agreements.of(firstAssociation.id)).toEqual([agreement]);
  const said = [await agreements.end(agreement), await agreements.end(agreement)];
  expect(said).toEqual(['ended', 'not-there']);
  expect(ended).toEqual([{ line: firstLine.id, partner }]);
});
