// The link an invitation travels in. The token stands in the fragment, which browsers do not send to anyone.
import type { Role } from '@veille/shared';

const pages: Readonly<Record<Role, string>> = { volunteer: '/ecoute', coordinator: '/desk' };

export const invitationLink = (publicUrl: string, role: Role, token: string): string =>
  new URL(`${pages[role]}#invitation=${token}`, publicUrl).href;
