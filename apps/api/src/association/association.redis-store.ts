// What an installation serves, in the kept store: three small hashes, each field one record.
import { Inject, Injectable } from '@nestjs/common';
import type { Association, AssociationId, KeptLine, LineId, Post } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { associationFrom, lineFrom, postFrom, recordOf } from './association-records.js';
import { AssociationStore, type Beginning } from './association.store.js';

const seedAssociation = luaMove('association/seed-association.lua', {
  keys: ['associations', 'lines', 'posts'],
  args: ['association', 'associationRecord', 'line', 'lineRecord', 'post', 'postRecord'],
  says: ['seeded', 'already-there'],
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
}
