// Who runs an association's staff, over HTTP; one's own sessions; and choosing another password by a reset.
import {
  type acceptReset,
  type devices,
  journal,
  members,
  resetLink,
  sessionsTold,
  type StaffDeed,
} from '@veille/shared';
import * as v from 'valibot';
import { request } from './access.js';

const under = 'staff' as const;

export const staffOverHttp = {
  members: () => request({ under, path: 'members', answer: members }),
  run: (deed: StaffDeed, account: string) =>
    request({ under, path: deed, body: { account }, answer: members }),
  reset: (account: string) => request({ under, path: 'reset', body: { account }, answer: resetLink }),
  journal: (skip: number) => request({ under, path: `journal?skip=${skip}`, answer: journal }),
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
