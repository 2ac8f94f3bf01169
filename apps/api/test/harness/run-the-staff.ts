// A coordinator who runs the staff over HTTP, as the desk's page does, on one of the nodes.
import { journal, members, type Role, sessionsTold, type StaffDeed } from '@veille/shared';
import * as v from 'valibot';
import { randomBytes } from 'node:crypto';
import type { Service } from './a-service.js';
import { enrols } from './accounts.js';

type Answered = { status: number; body: unknown; cookie: string };

export function staffAt(service: Service, cookie: string, node = 0) {
  const ask = async (
    method: 'GET' | 'POST',
    path: string,
    asking: { body?: object; cookie?: string } = {},
  ) => {
    const shown = asking.cookie ?? cookie;
    return fetch(`${service.at(node)}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-veille': '1', ...(shown && { cookie: shown }) },
      ...(asking.body && { body: JSON.stringify(asking.body) }),
    });
  };
  const read = async <S extends v.GenericSchema>(path: string, schema: S): Promise<v.InferOutput<S>> =>
    v.parse(schema, await (await ask('GET', path)).json());
  const post = async (path: string, body: object, other: { cookie?: string } = {}): Promise<Answered> => {
    const response = await ask('POST', path, { body, ...other });
    const said: unknown = await response.json();
    return {
      status: response.status,
      body: said,
      cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    };
  };
  /** Somebody new, invited by whose cookie this is. */
  const aMember = async (role: Role = 'volunteer') => {
    const { body } = await post('/api/access/invitations', { role });
    const { link } = v.parse(v.object({ link: v.string() }), body);
    const known = {
      pseudonym: `Camille ${randomBytes(5).toString('hex')}`,
      password: 'correct cheval pile agrafe',
    };
    const asked = { invitation: link.split('#invitation=')[1], ...known };
    const joined = await post('/api/access/invitations/accept', asked, { cookie: '' });
    return { ...known, ...(await enrols(service, joined.cookie)) };
  };
  return {
    post,
    aMember,
    members: () => read('/api/staff/members', members),
    sessions: () => read('/api/access/sessions', sessionsTold),
    journal: () => read('/api/staff/journal', journal),
    run: (deed: StaffDeed, account: string) => post(`/api/staff/${deed}`, { account }),
    file: async (path: string) => {
      const response = await ask('GET', path);
      const type = response.headers.get('content-type') ?? '';
      return { status: response.status, type, text: await response.text() };
    },
  };
}
