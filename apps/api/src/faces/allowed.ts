// Who may ask what: the one table of the doors. What stands in no row is refused, whoever asks (AW1).
import type { Deed } from '@veille/domain';

/** Anybody, with a session or without; or whoever may do one of these deeds. */
export type Asker = 'anybody' | readonly Deed[];

/** Every route under `/api`. Which line, post or account is touched is read from the session, or judged by the service. */
export const routes: Readonly<Record<string, Asker>> = {
  'GET /api/access/me': 'anybody',
  'POST /api/access/sign-in': 'anybody',
  'POST /api/access/sign-out': 'anybody',
  'POST /api/access/invitations/accept': 'anybody',
  'POST /api/access/invitations': ['invite-volunteer', 'invite-coordinator', 'invite-administrator'],
  'GET /api/access/sign-on': 'anybody',
  'POST /api/access/sign-on': 'anybody',
  'GET /api/access/sign-on/back': 'anybody',
  'POST /api/factor/challenge': 'anybody',
  'POST /api/factor/prove': 'anybody',
  'GET /api/factor': 'anybody',
  'POST /api/factor/again': 'anybody',
  'POST /api/factor/enrol': 'anybody',
  'POST /api/factor/confirm': 'anybody',
  'GET /api/access/provider': ['choose-provider'],
  'POST /api/access/provider': ['choose-provider'],
  'POST /api/access/provider/end': ['choose-provider'],
  'GET /api/desk/lines/:line': ['run-line'],
  'PUT /api/desk/lines/:line': ['run-line'],
  'POST /api/desk/lines/:line/mode': ['run-line'],
  'GET /api/desk/association': ['see-desk'],
  'POST /api/desk/posts': ['add-post'],
  'POST /api/desk/lines': ['add-line'],
  'GET /api/desk/associations': ['found-association'],
  'POST /api/desk/associations': ['found-association'],
};
