// What every store of associations must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import {
  associationId,
  firstAssociation,
  firstLine,
  firstPost,
  type KeptLine,
  minutes,
} from '@veille/domain';
import type { AssociationStore, Beginning } from './association.store.js';

const beginning: Beginning = { association: firstAssociation, line: firstLine, post: firstPost };

export function keepsAssociations(aStore: () => Promise<AssociationStore>): void {
  it('[AS1] keeps nothing at first', async () => {
    const store = await aStore();
    expect(await store.associations()).toEqual([]);
    expect(await store.lines()).toEqual([]);
    expect(await store.posts(firstAssociation.id)).toEqual([]);
  });

  it('[AS1] keeps the beginning whole', async () => {
    const store = await aStore();
    expect(await store.seed(beginning)).toBe('seeded');
    expect(await store.associations()).toEqual([firstAssociation]);
    expect(await store.lines()).toEqual([firstLine]);
    expect(await store.posts(firstAssociation.id)).toEqual([firstPost]);
  });

  it('[AS1] keeps one beginning of many that come at once', async () => {
    const store = await aStore();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const said = await Promise.all(
      names.map((name) => store.seed({ ...beginning, association: { ...firstAssociation, name } })),
    );
    expect(said.filter((word) => word === 'seeded')).toHaveLength(1);
    expect(await store.associations()).toHaveLength(1);
    expect(await store.lines()).toHaveLength(1);
  });

  it('[AS2] keeps of a line only what the association chose itself', async () => {
    const store = await aStore();
    const chosen: KeptLine = { ...firstLine, settings: { breather: minutes(10), missesBeforeAway: 3 } };
    await store.seed({ ...beginning, line: chosen });
    expect(await store.lines()).toEqual([chosen]);
  });

  it('[AS5] one association sees nothing of the posts of another', async () => {
    const store = await aStore();
    await store.seed(beginning);
    expect(await store.posts(associationId('another'))).toEqual([]);
  });
}
