// Who runs an association's staff, over HTTP; one's own sessions; and choosing another password by a reset.
import {
  type acceptReset,
  accessRefused,
  type devices,
  journal,
  members,
  resetLink,
  sessionsTold,
  type StaffDeed,
} from '@veille/shared';
import * as v from 'valibot';
import { type Refused, request } from './access.js';

type Asked<S extends v.GenericSchema> = { path: string; body?: object; answer: S };

async function askStaff<S extends v.GenericSchema>(asked: Asked<S>): Promise<v.InferOutput<S> | Refused> {
  try {
    const response = await fetch(`/api/staff/${asked.path}`, {
      method: asked.body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', 'x-veille': '1' },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(asked.body && { body: JSON.stringify(asked.body) }),
    });
    const said: unknown = await response.json();
    const parsed = v.safeParse(response.ok ? asked.answer : accessRefused, said);
    return parsed.success ? parsed.output : { refused: 'unavailable' };
  } catch {
    return { refused: 'unavailable' };
  }
}

export const staffOverHttp = {
  members: () => askStaff({ path: 'members', answer: members }),
  run: (deed: StaffDeed, account: string) => askStaff({ path: deed, body: { account }, answer: members }),
  reset: (account: string) => askStaff({ path: 'reset', body: { account }, answer: resetLink }),
  journal: (skip: number) => askStaff({ path: `journal?skip=${skip}`, answer: journal }),
};

export const sessionsOverHttp = {
  mine: () => request({ path: 'sessions', answer: sessionsTold }),
  here: (device: (typeof devices)[number]) =>
    request({ path: 'sessions/here', body: { device }, answer: sessionsTold }),
  end: (session: string) => request({ path: 'sessions/end', body: { session }, answer: sessionsTold }),
};

/** What comes after is the page's own affair: a session, or the next step of the way in. */
export const chooseAnew = (body: v.InferInput<typeof acceptReset>) =>
  request({ path: 'resets/accept', body, answer: v.object({}) });
