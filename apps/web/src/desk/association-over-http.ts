// An association over HTTP, as its desk asks: its lines and posts; and, for administrators, every association by name.
import { deskAssociation, deskAssociations } from '@veille/shared';
import type { NewAssociation, NewLine } from '@veille/shared';
import { deskRequest } from './desk-request.js';

const own = { answer: deskAssociation };
const all = { path: 'associations', answer: deskAssociations };

export const associationOverHttp = {
  read: () => deskRequest({ path: 'association', ...own }),
  addPost: (post: string) => deskRequest({ path: 'posts', body: { post }, ...own }),
  addLine: (body: NewLine) => deskRequest({ path: 'lines', body, ...own }),
  all: () => deskRequest(all),
  found: (body: NewAssociation) => deskRequest({ body, ...all }),
};
