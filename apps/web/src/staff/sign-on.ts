// Single sign-on over HTTP: whether there is a provider, leaving for it, and how it went when one is back.
import { leaveForProvider, shownProvider, signOnEnds, signOnOffered, whereTo } from '@veille/shared';
import type { ChosenProvider, LeaveForProvider, SignOnEnd } from '@veille/shared';
import * as v from 'valibot';
import { request } from './access.js';

const fragment = /^#sign-on=([a-z]+)$/;

/** How the way to the provider and back ended, as the address says it; undefined where nobody was away. */
export function signOnEndIn({ hash }: Pick<Location, 'hash'>): SignOnEnd | undefined {
  const said = fragment.exec(hash)?.[1];
  return signOnEnds.find((end) => end === said);
}

/** The page whose door this address is. */
export const pageIn = ({ pathname }: Pick<Location, 'pathname'>): LeaveForProvider['page'] =>
  pathname.startsWith('/desk') ? 'desk' : 'listen';

const named = (association: string | undefined) =>
  association === undefined ? '' : `?association=${encodeURIComponent(association)}`;

export const signOn = {
  /** Whether somebody may enter by their association's provider; what cannot be known is no. */
  isOffered: async (association: string | undefined): Promise<boolean> => {
    const said = await request({ path: `sign-on${named(association)}`, answer: signOnOffered });
    return 'offered' in said && said.offered;
  },
  leave: (body: LeaveForProvider) =>
    v.is(leaveForProvider, body)
      ? request({ path: 'sign-on', body, answer: whereTo })
      : Promise.resolve({ refused: 'malformed' as const }),
  provider: () => request({ path: 'provider', answer: shownProvider }),
  choose: (body: ChosenProvider) => request({ path: 'provider', body, answer: shownProvider }),
  end: () => request({ path: 'provider/end', body: {}, answer: shownProvider }),
};
