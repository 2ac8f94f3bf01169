// What an installation serves, in the kept store: three small hashes, each field one record.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Association,
  type AssociationId,
  type Beginning,
  type KeptLine,
  type LineId,
  mayAddLine,
  mayAddPost,
  mayFound,
  type Post,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { associationFrom, lineFrom, postFrom, recordOf } from './association-records.js';
import { AssociationStore } from './association.store.js';

const seedAssociation = luaMove('association/seed-association.lua', {
  keys: ['associations', 'lines', 'posts'],
  args: ['association', 'associationRecord', 'line', 'lineRecord', 'post', 'postRecord'],
  says: ['seeded', 'already-there'],
});

const foundAssociation = luaMove('association/found-association.lua', {
  keys: ['associations', 'lines', 'posts'],
  args: ['association', 'associationRecord', 'line', 'lineRecord', 'linesSeen', 'post', 'postRecord'],
  says: ['founded', 'changed-meanwhile'],
});

const addRecord = luaMove('association/add-record.lua', {
  keys: ['records'],
  args: ['id', 'record', 'seen'],
  says: ['added', 'changed-meanwhile'],
});

const changeLine = luaMove('association/change-line.lua', {
  keys: ['lines'],
  args: ['line', 'before', 'after'],
  says: ['changed', 'changed-meanwhile'],
});

@Injectable()
export class AssociationRedisStore extends AssociationStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async seed({ association, line, post }: Beginning): Promise<'seeded' | 'already-there'> {
    const { associations, lines, posts } = keptKeys;
    const { word } = await this.#moves.run(seedAssociation, {
      keys: { associations, lines, posts: posts(association.id) },
      args: {
        association: association.id,
        associationRecord: recordOf(association),
        line: line.id,
        lineRecord: recordOf(line),
        post: post.id,
        postRecord: recordOf(post),
      },
    });
    return word;
  }

  async found(beginning: Beginning): Promise<'founded' | 'association-taken' | 'line-taken' | 'too-many'> {
    const { association, line, post } = beginning;
    const { associations, lines, posts } = keptKeys;
    for (;;) {
      const kept = { associations: await this.associations(), lines: await this.lines() };
      const may = mayFound(beginning, kept);
      if (may !== 'yes') return may;
      const { word } = await this.#moves.run(foundAssociation, {
        keys: { associations, lines, posts: posts(association.id) },
        args: {
          association: association.id,
          associationRecord: recordOf(association),
          line: line.id,
          lineRecord: recordOf(line),
          linesSeen: kept.lines.length,
          post: post.id,
          postRecord: recordOf(post),
        },
      });
      if (word === 'founded') return word;
    }
  }

  async addLine(line: KeptLine): Promise<'added' | 'taken' | 'too-many'> {
    for (;;) {
      const lines = await this.lines();
      const may = mayAddLine(line, lines);
      if (may !== 'yes') return may;
      if ((await this.#add(keptKeys.lines, line, lines.length)) === 'added') return 'added';
    }
  }

  async addPost(association: AssociationId, post: Post): Promise<'added' | 'taken' | 'too-many'> {
    for (;;) {
      const posts = await this.posts(association);
      const may = mayAddPost(post, posts);
      if (may !== 'yes') return may;
      if ((await this.#add(keptKeys.posts(association), post, posts.length)) === 'added') return 'added';
    }
  }

  async associations(): Promise<Association[]> {
    return (await this.kept.hvals(keptKeys.associations)).map(associationFrom);
  }

  async lines(): Promise<KeptLine[]> {
    return (await this.kept.hvals(keptKeys.lines)).map(lineFrom);
  }

  async change(line: LineId, how: (kept: KeptLine) => KeptLine): Promise<'changed' | 'no-such-line'> {
    const { lines } = keptKeys;
    for (;;) {
      const before = await this.kept.hget(lines, line);
      if (before === null) return 'no-such-line';
      const after = recordOf(how(lineFrom(before)));
      const { word } = await this.#moves.run(changeLine, { keys: { lines }, args: { line, before, after } });
      if (word === 'changed') return word;
    }
  }

  async posts(association: AssociationId): Promise<Post[]> {
    const posts = (await this.kept.hvals(keptKeys.posts(association))).map(postFrom);
    return posts.sort((one, other) => one.name.localeCompare(other.name, 'fr'));
  }

  /** Nothing is ever taken out of these hashes: as many as were seen are those that were seen. */
  async #add(records: string, one: KeptLine | Post, seen: number): Promise<'added' | 'changed-meanwhile'> {
    const args = { id: one.id, record: recordOf(one), seen };
    return (await this.#moves.run(addRecord, { keys: { records }, args })).word;
  }
}
