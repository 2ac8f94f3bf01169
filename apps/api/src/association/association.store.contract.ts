// What every store of associations must do: run on memory and on Redis.
import { expect, it } from '@jest/globals';
import {
  associationId,
  type Beginning,
  firstAssociation,
  firstLine,
  firstPost,
  firstSettings,
  type KeptLine,
  lineId,
  minutes,
  mostOf,
  placeId,
} from '@veille/domain';
import type { AssociationStore } from './association.store.js';

const beginning: Beginning = { association: firstAssociation, line: firstLine, post: firstPost };

const second: Beginning = {
  association: { id: associationId('etoile'), name: 'L’Étoile du soir' },
  line: {
    ...firstLine,
    id: lineId('nuit'),
    association: associationId('etoile'),
    name: 'La nuit',
    since: 1_000,
  },
  post: { id: placeId('port'), name: 'Poste du port' },
};

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

  it('[TN4] keeps one association more, whole, beside the first', async () => {
    const store = await aStore();
    await store.seed(beginning);
    expect(await store.found(second)).toBe('founded');
    expect(await store.associations()).toEqual(
      expect.arrayContaining([firstAssociation, second.association]),
    );
    expect(await store.lines()).toEqual(expect.arrayContaining([firstLine, second.line]));
    expect(await store.posts(second.association.id)).toEqual([second.post]);
    expect(await store.posts(firstAssociation.id)).toEqual([firstPost]);
  });

  it('[TN4] an address that is taken founds nothing', async () => {
    const store = await aStore();
    await store.seed(beginning);
    expect(await store.found({ ...second, association: firstAssociation })).toBe('association-taken');
    expect(await store.found({ ...second, line: { ...second.line, id: firstLine.id } })).toBe('line-taken');
    expect(await store.associations()).toEqual([firstAssociation]);
    expect(await store.lines()).toEqual([firstLine]);
    expect(await store.posts(second.association.id)).toEqual([]);
  });

  it('[TN4] of many who found under one address at once, one does', async () => {
    const store = await aStore();
    await store.seed(beginning);
    const said = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) =>
        store.found({ ...second, line: { ...second.line, id: lineId(`nuit-${name}`) } }),
      ),
    );
    expect(said.filter((word) => word === 'founded')).toHaveLength(1);
    expect(said.filter((word) => word === 'association-taken')).toHaveLength(5);
    expect(await store.lines()).toHaveLength(2);
  });

  it('[TN4] there are so many associations and no more', async () => {
    const store = await aStore();
    await store.seed(beginning);
    const nth = (n: number): Beginning => ({
      association: { id: associationId(`a${n}`), name: `A${n}` },
      line: { ...second.line, id: lineId(`l${n}`), association: associationId(`a${n}`) },
      post: second.post,
    });
    for (let n = 1; n < mostOf.associations; n += 1) await store.found(nth(n));
    expect(await store.found(nth(mostOf.associations))).toBe('too-many');
    expect(await store.associations()).toHaveLength(mostOf.associations);
  });

  it('[TN4] an address that was taken meanwhile stays whose it is', async () => {
    const store = await aStore();
    await store.seed(beginning);
    const [founded, added] = await Promise.all([
      store.found(second),
      store.addLine({ ...firstLine, id: second.line.id, name: 'Une autre nuit' }),
    ]);
    const owner = (await store.lines()).find(({ id }) => id === second.line.id)?.association;
    expect([founded, added, owner]).toEqual(
      founded === 'founded'
        ? ['founded', 'taken', second.association.id]
        : ['line-taken', 'added', firstAssociation.id],
    );
  });

  it('[TN4] an association has so many lines and no more, whatever another has', async () => {
    const store = await aStore();
    await store.seed(beginning);
    const nth = (n: number): KeptLine => ({ ...firstLine, id: lineId(`l${n}`), name: `L${n}`, since: n });
    const adding = Array.from({ length: mostOf.linesOfOne + 2 }, (_, n) => store.addLine(nth(n)));
    const said = await Promise.all(adding);
    expect(said.filter((word) => word === 'added')).toHaveLength(mostOf.linesOfOne - 1);
    expect(said.filter((word) => word === 'too-many')).toHaveLength(3);
    expect(await store.addLine(firstLine)).toBe('taken');
    expect(await store.found(second)).toBe('founded');
    expect(await store.addLine({ ...second.line, id: lineId('aube') })).toBe('added');
    expect(await store.lines()).toContainEqual(nth(0));
  });

  it('[TN4] an association has so many posts and no more, each with its own name', async () => {
    const store = await aStore();
    await store.seed(beginning);
    const own = firstAssociation.id;
    const nth = (n: number) => ({ id: placeId(`p${n}`), name: `Poste ${n}` });
    expect(await store.addPost(own, { id: placeId('other'), name: firstPost.name })).toBe('taken');
    expect(await store.addPost(own, { id: firstPost.id, name: 'Autre' })).toBe('taken');
    for (let n = 1; n < mostOf.postsOfOne; n += 1) await store.addPost(own, nth(n));
    expect(await store.addPost(own, nth(mostOf.postsOfOne))).toBe('too-many');
    expect(await store.posts(own)).toHaveLength(mostOf.postsOfOne);
    expect(await store.posts(associationId('another'))).toEqual([]);
  });

  it('[AS5] one association sees nothing of the posts of another', async () => {
    const store = await aStore();
    await store.seed(beginning);
    expect(await store.posts(associationId('another'))).toEqual([]);
  });
}
