// Agreements with partners over HTTP, as the desk asks: those that stand, a code for one more, and ending one.
import { agreementsTold, proposed } from '@veille/shared';
import { deskRequest } from './desk-request.js';

const answer = agreementsTold;
const under = (deed: string) => `agreements/${deed}`;

export const agreementsOverHttp = {
  read: () => deskRequest({ path: 'agreements', answer }),
  propose: (line: string) => deskRequest({ path: under('propose'), body: { line }, answer: proposed }),
  takeBack: (line: string) => deskRequest({ path: under('take-back'), body: { line }, answer }),
  accept: (code: string) => deskRequest({ path: under('accept'), body: { code }, answer }),
  end: (agreement: string) => deskRequest({ path: under('end'), body: { agreement }, answer }),
};
