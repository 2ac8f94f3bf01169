// Two associations that agree, as their desks do: a code is made at one, and brought at the other.
import { agreementsTold, proposed } from '@veille/shared';
import type { AgreementsTold } from '@veille/shared';
import * as v from 'valibot';
import type { Service } from './a-service.js';
import { asks, type Said } from './an-association.js';

type Deed = 'propose' | 'take-back' | 'accept' | 'end';

/** What the desk of whoever is signed in by this cookie is answered. */
export const partnerDesk = (service: Service, cookie: string) => ({
  does: (deed: Deed, body: object): Promise<Said> =>
    asks(service, { cookie, method: 'POST', path: `/api/desk/agreements/${deed}`, body }),
  async shows(): Promise<AgreementsTold> {
    const { body } = await asks(service, { cookie, path: '/api/desk/agreements' });
    return v.parse(agreementsTold, body);
  },
  async aCode(line: string): Promise<string> {
    const { body } = await asks(service, {
      cookie,
      method: 'POST',
      path: '/api/desk/agreements/propose',
      body: { line },
    });
    return v.parse(proposed, body).code;
  },
});

/** The partner serves this line of the owner's from now on; gives the agreement's name. */
export async function agree(
  service: Service,
  { owner, partner, line }: { owner: string; partner: string; line: string },
): Promise<string> {
  const code = await partnerDesk(service, owner).aCode(line);
  const before = (await partnerDesk(service, partner).shows()).agreements.map(({ agreement }) => agreement);
  const { status, body } = await partnerDesk(service, partner).does('accept', { code });
  if (status !== 200) throw new Error(`a code was refused: ${JSON.stringify(body)}`);
  const made = v.parse(agreementsTold, body).agreements.find((one) => !before.includes(one.agreement));
  if (!made) throw new Error('no agreement');
  return made.agreement;
}
