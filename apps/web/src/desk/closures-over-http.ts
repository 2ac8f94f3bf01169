// Closures over HTTP, as the desk asks: those that stand, and what is decided of one.
import { closuresTold } from '@veille/shared';
import { deskRequest } from './desk-request.js';

const answer = closuresTold;

export const closuresOverHttp = {
  read: () => deskRequest({ path: 'closures', answer }),
  decide: (deed: 'confirm' | 'open', closure: string) =>
    deskRequest({ path: `closures/${deed}`, body: { closure }, answer }),
};
