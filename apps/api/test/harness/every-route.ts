// Every route of the real router, and of each something well put to ask there: with one's own ids, or with anybody's.
import type { Service } from './a-service.js';

/** The routes under `/api`, as `METHOD /path`, as the router itself has them. */
export function routesOf(service: Service): string[] {
  const router: unknown = service.nodes[0]?.app.getHttpAdapter().getInstance().router;
  const stack = typeof router === 'function' && 'stack' in router ? router.stack : [];
  const found = (Array.isArray(stack) ? stack : [])
    .map((layer: { route?: { path: unknown; methods: Record<string, boolean> } }) => layer.route)
    .filter((route) => typeof route?.path === 'string' && route.path.startsWith('/api'))
    .flatMap((route) =>
      Object.keys(route?.methods ?? {}).map((method) => `${method.toUpperCase()} ${String(route?.path)}`),
    );
  return [...new Set(found.map((route) => route.replace(/\/$/, '')))].sort();
}

/** What an association has that somebody else could name: whatever is no secret handed over on purpose. */
export type Ids = {
  readonly association: string;
  readonly line: string;
  readonly post: string;
  readonly account: string;
  readonly pseudonym: string;
  readonly device: string;
  readonly session: string;
  readonly closure: string;
  readonly agreement: string;
};
/** `path`: with the ids in it; `body`: of the shape this route takes. */
export type Asking = { readonly method: string; readonly path: string; readonly body?: object };
type Bodies = Readonly<Record<string, (ids: Ids) => readonly object[]>>;

const password = 'correct cheval pile agrafe';
const token = 'A'.repeat(43);
const nothing = () => [{}];
const ofAccount = ({ account }: Ids) => [{ account }];
const ofPost = ({ post }: Ids) => [{ post }];
const ofLine = ({ line }: Ids) => [{ line }];

/** Those that change something, or could. A route without a row is asked nothing, and the test that walks them says so. */
const bodies = (settings: object): Bodies => ({
  'POST /api/access/sign-in': ({ association, pseudonym }) => [{ association, pseudonym, password: 'faux' }],
  'POST /api/access/invitations/accept': ({ pseudonym }) => [{ invitation: token, pseudonym, password }],
  'POST /api/access/password': () => [{ password: 'faux', next: password }],
  'POST /api/access/invitations': ({ association, post }) => [
    { role: 'volunteer', association },
    { role: 'volunteer', post },
    { role: 'coordinator', association, post },
  ],
  'POST /api/access/sign-on': ({ association }) => [{ page: 'listen', association }],
  'POST /api/access/provider': () => [
    { issuer: 'http://127.0.0.1:1', clientId: 'veille', clientSecret: 'a'.repeat(20) },
  ],
  'POST /api/access/provider/end': nothing,
  'POST /api/access/resets/accept': () => [{ reset: token, password }],
  'POST /api/access/sessions/here': () => [{ device: 'computer' }],
  'POST /api/access/sessions/end': ({ session }) => [{ session }],
  'POST /api/access/sign-out': nothing,
  'POST /api/factor/challenge': nothing,
  'POST /api/factor/prove': () => [{ proof: { code: '123456' } }],
  'POST /api/factor/again': nothing,
  'POST /api/factor/enrol': () => [{ kind: 'totp', password: 'faux' }, { kind: 'passkey' }],
  'POST /api/factor/confirm': () => [{ code: '123456' }],
  'POST /api/factor/codes': () => [{ proof: { code: '123456' } }],
  'POST /api/post/here': () => [{ code: 'A'.repeat(12) }],
  'POST /api/post/sign-in': ({ pseudonym }) => [{ pseudonym, pin: '271828' }],
  'POST /api/post/pin': () => [{ pin: '271828' }],
  'POST /api/post/pin/end': nothing,
  'POST /api/post/devices': ofPost,
  'POST /api/post/devices/code': ofPost,
  'POST /api/post/devices/end': ({ device }) => [{ device }],
  'POST /api/staff/reset': ofAccount,
  'POST /api/staff/:deed': ofAccount,
  'PUT /api/desk/lines/:line': () => [settings],
  'POST /api/desk/lines/:line/mode': () => [{ mode: 'closed-now' }, { mode: 'by-hours' }],
  'POST /api/desk/posts': () => [{ post: 'Poste de la grève' }],
  'POST /api/desk/lines': () => [{ line: 'greve', lineName: 'La grève', timeZone: 'Europe/Paris' }],
  'POST /api/desk/closures/:deed': ({ closure }) => [{ closure }],
  'POST /api/desk/agreements/propose': ofLine,
  'POST /api/desk/agreements/take-back': ofLine,
  'POST /api/desk/agreements/accept': () => [{ code: 'A'.repeat(16) }],
  'POST /api/desk/agreements/end': ({ agreement }) => [{ agreement }],
  'POST /api/desk/associations': () => [
    {
      association: 'rade',
      name: 'La Rade',
      post: 'Quai',
      line: 'rade',
      lineName: 'Rade',
      timeZone: 'Europe/Paris',
    },
  ],
});

const deedsOf: Readonly<Record<string, readonly string[]>> = {
  'POST /api/staff/:deed': ['suspend', 'restore', 'demote', 'remove'],
  'POST /api/desk/closures/:deed': ['confirm', 'open'],
};
const queries: Readonly<Record<string, (ids: Ids) => string>> = {
  'GET /api/staff/journal/export': () => '?as=json',
  'GET /api/access/sign-on': ({ association }) => `?association=${association}`,
};

/** Whatever may be asked of this route with these ids; nothing of one that has no row here. */
export function asksOf(route: string, ids: Ids, settings: object): Asking[] {
  const [method = '', template = ''] = route.split(' ');
  const given = method === 'GET' ? [{}] : (bodies(settings)[route]?.(ids) ?? []);
  return (deedsOf[route] ?? ['']).flatMap((deed) => {
    const path = template.replace(':line', ids.line).replace(':deed', deed) + (queries[route]?.(ids) ?? '');
    return given.map((body) => ({ method, path, ...(method !== 'GET' && { body }) }));
  });
}

/** The answer as it came, whatever it is: its status, and every letter of it. */
export async function answerTo(
  service: Service,
  cookie: string,
  { method, path, body }: Asking,
): Promise<{ status: number; said: string }> {
  const response = await fetch(`${service.at(0)}${path}`, {
    method,
    redirect: 'manual',
    headers: { 'content-type': 'application/json', 'x-veille': '1', cookie },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, said: await response.text() };
}
