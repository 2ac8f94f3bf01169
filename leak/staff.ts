// Everything the service tells volunteers and coordinators while people talk: every frame of their sockets, and the head and
// body of every answer, searched for marks and held against what was reviewed (P11).
import type { Browser, Page, Response, WebSocket } from 'playwright-core';
import type { Finder } from './finder.js';
import { decodedIn } from './forms.js';
import { Asked, readFrame } from './frames.js';
import type { Found, Seen } from './look.js';
import { answers, isField, unreviewedIn } from './reviewed.js';

type Heard = { readonly where: string; readonly bytes: Buffer; readonly unreviewed: readonly string[] };
export type StaffWatch = { seen(finder: Finder): Promise<Seen[]> };

const isStaff = (page: Page): boolean => /^\/(?:ecoute|desk)(?:\/|$)/.test(new URL(page.url()).pathname);

/** From now on, of every page of staff that opens. */
export function watchStaff(browser: Browser): StaffWatch {
  const [frames, answered]: [Heard[], Promise<Heard | undefined>[]] = [[], []];
  browser.on('context', (context) => {
    context.on('page', (page) => page.on('websocket', (socket) => hear(page, socket, frames)));
    context.on('response', (response) => answered.push(read(response)));
  });
  const seen = async (finder: Finder): Promise<Seen[]> => [
    look('frames to staff', frames, finder),
    look(
      'answers to staff',
      (await Promise.all(answered.map(inTime))).flatMap((one) => one ?? []),
      finder,
    ),
  ];
  return { seen };
}

function hear(page: Page, socket: WebSocket, frames: Heard[]): void {
  if (!isStaff(page)) return;
  const asked = new Asked();
  socket.on('framesent', ({ payload }) => asked.heard(String(payload)));
  socket.on('framereceived', ({ payload }) => {
    const told = typeof payload === 'string' ? readFrame(payload, asked) : ({ is: 'unreadable' } as const);
    const where = told.is === 'told' ? told.root : told.is;
    frames.push({ where, bytes: Buffer.from(payload), unreviewed: unreviewedOf(told) });
  });
}

function unreviewedOf(told: ReturnType<typeof readFrame>): readonly string[] {
  if (told.is === 'the line itself') return [];
  if (told.is === 'unreadable') return ['a frame nobody can read'];
  if (told.root === 'socket') return fieldsOf(told.value).filter((field) => field !== 'sid');
  // Of an event that answers nothing there is no line: nothing may stand in its answer.
  if (told.root.endsWith(' answers') && fieldsOf(told.value).length === 0) return [];
  return unreviewedIn(told.root, told.value);
}

const fieldsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.keys(value) : [String(value)];

const PATIENCE_MS = 10_000;

/** What a page itself never read to its end a browser may never have. */
const inTime = (heard: Promise<Heard | undefined>) =>
  Promise.race([
    heard,
    new Promise<undefined>((resume) => setTimeout(resume, PATIENCE_MS, undefined).unref()),
  ]);

/** Of a browser's own pages and of everything they ask for; who closed meanwhile cannot be asked what it was answered. */
async function read(response: Response): Promise<Heard | undefined> {
  const path = new URL(response.url()).pathname;
  const isAsset = !path.startsWith('/api/');
  const page = response.request().isNavigationRequest() ? undefined : response.frame().page();
  if (isAsset ? !/^\/(?:ecoute|desk)/.test(path) : page && !isStaff(page)) return undefined;
  const [head, body] = await Promise.all([response.allHeaders(), response.body()]).catch(() => []);
  if (!head || !body) return undefined;
  const bytes = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]);
  const kind = head['content-type'] ?? '';
  return { where: path, bytes, unreviewed: isAsset ? [] : unreviewedAnswer(path, kind, body) };
}

/** An answer is one of those reviewed; where it is none of them, it is told by what stands in the nearest one. */
function unreviewedAnswer(path: string, kind: string, body: Buffer): readonly string[] {
  if (body.length === 0) return [];
  if (kind.startsWith('text/csv')) return columnsOf(body).filter((name) => !isField('http exported[]', name));
  if (!kind.startsWith('application/json')) return [`${path} answers ${kind}`];
  const value: unknown = JSON.parse(body.toString());
  const told = answers.map((root) => unreviewedIn(root, value));
  return told.sort((one, other) => one.length - other.length)[0] ?? [];
}

/** A journal as a spreadsheet reads it: the columns are fields of the one that is told as JSON. */
const columnsOf = (csv: Buffer): string[] => csv.toString().split('\r\n')[0]?.split(',') ?? [];

function look(surface: string, heard: readonly Heard[], finder: Finder): Seen {
  const found: Found[] = heard.flatMap(({ where, bytes, unreviewed }) => [
    ...[bytes, ...decodedIn(bytes)].flatMap((each) =>
      finder.hitsIn(each).map((hit) => ({ ...hit, where: each === bytes ? where : `${where}, decoded` })),
    ),
    ...unreviewed.map((path) => ({ group: 'unreviewed' as const, form: path, at: 0, length: 0, where })),
  ]);
  const bytes = heard.reduce((total, one) => total + one.bytes.length, 0);
  return { surface, pieces: heard.length, bytes, found };
}
