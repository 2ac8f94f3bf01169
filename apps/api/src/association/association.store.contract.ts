// What every store of associations must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import {
  associationId,
  firstAssociation,
  firstLine,
  firstPost,
  firstSettings,
  type KeptLine,
  lineId,
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

  it('[AS6] keeps whatever may be chosen for a line', async () => {
    const store = await aStore();
    await store.seed(beginning);
    const elsewhere = [{ name: 'Une autre ligne', text: 'Le soir', href: 'tel:0123456789' }];
    const settings = { ...firstSettings, elsewhere, closedText: 'À demain.', mode: 'by-hours' } as const;
    expect(await store.change(firstLine.id, (kept) => ({ ...kept, settings }))).toBe('changed');
    expect(await store.lines()).toEqual([{ ...firstLine, settings }]);
  });

  it('[AS6] of many changes at once none undoes another', async () => {
    const store = await aStore();
    await store.seed(beginning);
    const lengthen = (kept: KeptLine): KeptLine => {
      const breather = (kept.settings.breather ?? 0) + 1;
      return { ...kept, settings: { ...kept.settings, breather } };
    };
    await Promise.all(Array.from({ length: 8 }, () => store.change(firstLine.id, lengthen)));
    expect((await store.lines())[0]?.settings).toEqual({ breather: 8 });
  });

  it('[AS6] changes no line that is not there', async () => {
    const store = await aStore();
    await store.seed(beginning);
    expect(await store.change(lineId('never-was'), (kept) => kept)).toBe('no-such-line');
    expect(await store.lines()).toEqual([firstLine]);
  });

  it('[AS5] one association sees nothing of the posts of another', async () => {
    const store = await aStore();
    await store.seed(beginning);
    expect(await store.posts(associationId('another'))).toEqual([]);
  });
}
