// One line over HTTP, for those who run it: what holds, or one refusal; settings that cannot hold come back with their field.
import { deskLine } from '@veille/shared';
import type { LineMode, LineSettings } from '@veille/shared';
import { deskRequest } from './desk-request.js';

const answer = deskLine;

/** `line`: its id, one of the association's own. */
export const lineOverHttp = {
  read: (line: string) => deskRequest({ path: `lines/${line}`, answer }),
  choose: (line: string, body: LineSettings) =>
    deskRequest({ method: 'PUT', path: `lines/${line}`, body, answer }),
  decide: (line: string, mode: LineMode) =>
    deskRequest({ path: `lines/${line}/mode`, body: { mode }, answer }),
};
