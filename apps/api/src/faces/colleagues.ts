// The colleagues a volunteer may hand their caller to: a pseudonym and a place each, and a name that means nothing elsewhere.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accountId, type Conversation, type LineId, partnerPlace, type VolunteerId } from '@veille/domain';
import type { Colleague, Welcome } from '@veille/shared';
import { AccessService } from '../access/access.service.js';
import { HandOverService } from '../offer/hand-over.service.js';

/** Of many who are free, those who have been for longest. */
const AT_MOST = 30;

/** The names of the latest list that one page was shown, and whom they mean. */
export type Handles = Map<string, VolunteerId>;

@Injectable()
export class Colleagues {
  constructor(
    private readonly handOver: HandOverService,
    private readonly access: AccessService,
  ) {}

  /** Lists anew, those of one's own association alone (AG5); the names of the list before mean nobody any more. */
  async list(
    line: LineId,
    conversation: Conversation,
    { handles, posts }: { handles: Handles; posts: Welcome['posts'] },
  ): Promise<Colleague[]> {
    const own = await this.access.associationOf(accountId(conversation.volunteer));
    const free = await this.handOver.couldHear(line, conversation);
    const listed = await Promise.all(
      free.map(async ({ id, from }) => {
        const [pseudonym, association] = await Promise.all([
          this.access.pseudonymOf(accountId(id)),
          this.access.associationOf(accountId(id)),
        ]);
        if (pseudonym === undefined || association !== own) return [];
        const place = posts.find((post) => post.id === from)?.name ?? null;
        return [{ id, pseudonym, ...(from !== partnerPlace && { place }) }];
      }),
    );
    handles.clear();
    return listed
      .flat()
      .slice(0, AT_MOST)
      .map(({ id, ...shown }) => {
        const handle = randomBytes(9).toString('base64url');
        handles.set(handle, id);
        return { handle, ...shown };
      });
  }

  /** `too-late`: not free any more, or a name of an older list. */
  async give(
    line: LineId,
    conversation: Conversation,
    to: VolunteerId | undefined,
  ): Promise<'given' | 'too-late' | 'not-now'> {
    if (to === undefined) return 'too-late';
    const said = await this.handOver.handOver(line, conversation, { by: conversation.volunteer, to });
    if (said === 'handed-over') return 'given';
    return said === 'not-free' ? 'too-late' : 'not-now';
  }
}
