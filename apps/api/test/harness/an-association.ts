// A second association beside the first, made as an administrator makes one, and what its desk asks over HTTP.
import type { Service } from './a-service.js';
import { anAccount, theAdministrator } from './accounts.js';

export const etoile = {
  association: 'etoile',
  name: 'L’Étoile du soir',
  post: 'Poste du port',
  line: 'nuit',
  lineName: 'La nuit en mer',
  timeZone: 'Indian/Reunion',
};

export type Said = { readonly status: number; readonly body: unknown };

/** What somebody signed in by this cookie is answered. */
export async function asks(
  service: Service,
  { cookie, method = 'GET', path, body }: { cookie: string; method?: string; path: string; body?: unknown },
): Promise<Said> {
  const response = await fetch(`${service.at(0)}${path}`, {
    method,
    headers: { 'content-type': 'application/json', 'x-veille': '1', cookie },
    ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
  });
  const said: unknown = await response.json();
  return { status: response.status, body: said };
}

/** Founded by the administrator; gives the cookie of its first coordinator. */
export async function aSecondAssociation(service: Service, founded = etoile): Promise<string> {
  const by = await theAdministrator(service);
  const path = '/api/desk/associations';
  const { status } = await asks(service, { cookie: by, method: 'POST', path, body: founded });
  if (status !== 200) throw new Error(`an association was refused: ${status}`);
  return anAccount(service, { role: 'coordinator', association: founded.association, by });
}
