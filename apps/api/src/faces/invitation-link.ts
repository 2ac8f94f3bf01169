// The link an invitation travels in. The token stands in the fragment, which browsers do not send to anyone.
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
  const whose = association === firstAssociation.id ? '' : `/${association}`;
  return new URL(`${pages[role]}${whose}#invitation=${token}`, publicUrl).href;
}

export const firstLink = (publicUrl: string, token: string): string =>
  invitationLink(publicUrl, { token, role: 'administrator', association: firstAssociation.id });
