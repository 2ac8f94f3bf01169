// The links an invitation and a reset travel in. The token stands in the fragment, which browsers do not send to anyone.
import { type AssociationId, firstAssociation } from '@veille/domain';
import type { Role } from '@veille/shared';

const pages: Readonly<Record<Role, string>> = {
  volunteer: '/ecoute',
  coordinator: '/desk',
  administrator: '/desk',
};

type Invited = { readonly token: string; readonly role: Role; readonly association: AssociationId };

/** The first association's pages need no name. */
export function invitationLink(publicUrl: string, { token, role, association }: Invited): string {
  return linkTo(publicUrl, { role, association }, `invitation=${token}`);
}

/** To another password, for who lost theirs. */
export const resetLinkTo = (publicUrl: string, { token, role, association }: Invited): string =>
  linkTo(publicUrl, { role, association }, `reset=${token}`);

function linkTo(publicUrl: string, { role, association }: Omit<Invited, 'token'>, fragment: string): string {
  const whose = association === firstAssociation.id ? '' : `/${association}`;
  return new URL(`${pages[role]}${whose}#${fragment}`, publicUrl).href;
}

export const firstLink = (publicUrl: string, token: string): string =>
  invitationLink(publicUrl, { token, role: 'administrator', association: firstAssociation.id });
