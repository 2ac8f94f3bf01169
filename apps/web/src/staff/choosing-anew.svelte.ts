// Whoever comes by a reset chooses another password; then the page begins as it always does.
import { invitationToken } from '@veille/shared';
import * as v from 'valibot';
import { request } from './access.js';

const fragment = /^#reset=(.*)$/;

/** The reset in the address: empty where it is not whole, undefined where there is none. */
export function resetIn({ hash }: Pick<Location, 'hash'>): string | undefined {
  const written = fragment.exec(hash)?.[1];
  return written === undefined || v.is(invitationToken, written) ? written : '';
}

/** A session, or the next step of the way in: the page that begins again finds out. */
const anything = v.object({});

/** Without the link, which serves nothing any more, and shows nobody what it was. */
const beginAgain = () => {
  window.history.replaceState(null, '', window.location.pathname);
  window.location.reload();
};

export class ChoosingAnew {
  busy = $state(false);
  /** `over`: the link is not whole, was used, or is too old. */
  refused = $state<'over' | 'unavailable'>();

  constructor(
    private readonly token: string,
    private readonly goOn: () => void = beginAgain,
  ) {
    if (token === '') this.refused = 'over';
  }

  async choose(password: string): Promise<void> {
    this.busy = true;
    const said = await request({
      path: 'resets/accept',
      body: { reset: this.token, password },
      answer: anything,
    });
    this.busy = false;
    if (!('refused' in said)) return this.goOn();
    this.refused = said.refused === 'unavailable' ? 'unavailable' : 'over';
  }

  leave(): void {
    this.goOn();
  }
}
