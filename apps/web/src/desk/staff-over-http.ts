// Who runs an association's staff, over HTTP.
import { journal, members, resetLink, type StaffDeed } from '@veille/shared';
import { request } from '../staff/access.js';

const under = 'staff' as const;

export const staffOverHttp = {
  members: () => request({ under, path: 'members', answer: members }),
  run: (deed: StaffDeed, account: string) =>
    request({ under, path: deed, body: { account }, answer: members }),
  reset: (account: string) => request({ under, path: 'reset', body: { account }, answer: resetLink }),
  journal: (skip: number) => request({ under, path: `journal?skip=${skip}`, answer: journal }),
};
