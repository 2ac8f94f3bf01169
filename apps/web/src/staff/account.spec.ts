// Coming in by a link or without: a link serves until it is used, and one that serves no more is said so, never blamed on a password.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Account } from './account.svelte.js';
import { associationIn, invitationIn } from './arrival.js';

const token = 'A'.repeat(43);
const camille = { pseudonym: 'Camille', role: 'volunteer', association: 'veille' };
const written = { pseudonym: 'Camille', password: 'correct cheval pile agrafe' };

let answers: Record<string, object>;
let done: string[];
let asking: [string, unknown][];
let account: Account;
const fetched = globalThis.fetch;

beforeEach(() => {
  answers = { me: { refused: 'signed-out' } };
  done = [];
  asking = [];
  account = new Account(({ pseudonym }) => done.push(`in: ${pseudonym}`));
  globalThis.fetch = (asked, options) => {
    const path = (asked instanceof Request ? asked.url : asked.toString()).replace('/api/access/', '');
    if (typeof options?.body === 'string') asking.push([path, JSON.parse(options.body)]);
    const body = answers[path] ?? { refused: 'refused' };
    const status = 'refused' in body && path !== 'me' ? 401 : 200;
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
});
afterEach(() => {
  globalThis.fetch = fetched;
});

const arrive = (invitation: string | undefined, association?: string) =>
  account.arrive({ invitation, association }, () => done.push('link is done'));

describe('an account', () => {
  it('[FA32] a link stays in the address until it made an account', async () => {
    await arrive(invitationIn({ hash: `#invitation=${token}` }));
    expect([account.state, done]).toEqual([{ at: 'invited', invitation: token, already: undefined }, []]);
    answers['invitations/accept'] = camille;
    await account.enter(written);
    expect(done).toEqual(['link is done', 'in: Camille']);
  });

  it('[FA32] a link that was cut is said to be cut, and leaves the way in of who has an account', async () => {
    await arrive(invitationIn({ hash: '#invitation=AAAA' }));
    expect([account.state.at, account.linkFault, done]).toEqual(['out', 'cut', ['link is done']]);
    answers['sign-in'] = camille;
    await account.enter(written);
    expect([account.state.at, account.linkFault]).toEqual(['in', undefined]);
  });

  it('[FA32] a link that was used leads to signing in, with the reason', async () => {
    await arrive(token);
    await account.enter(written);
    expect([account.state.at, account.linkFault, done]).toEqual(['out', 'over', ['link is done']]);
  });

  it('[FA32] who is signed in already goes on without the link, if they want', async () => {
    answers['me'] = camille;
    await arrive(token);
    expect(done).toEqual([]);
    account.goWithoutLink();
    expect(done).toEqual(['link is done', 'in: Camille']);
  });

  it.each(['/ecoute/etoile', '/desk/etoile'])('[TN2] %s is the door of one association', async (pathname) => {
    answers['sign-in'] = { ...camille, association: 'etoile' };
    await arrive(undefined, associationIn({ pathname }));
    await account.enter(written);
    expect(asking).toEqual([['sign-in', { ...written, association: 'etoile' }]]);
    expect(account.state.at).toBe('in');
  });

  it('[TN2] an account of another association is nobody at this door, with a link or without', async () => {
    answers['me'] = camille;
    await arrive(undefined, 'etoile');
    expect([account.state, account.refused]).toEqual([{ at: 'out' }, undefined]);
    await arrive(token, 'etoile');
    expect(account.state).toEqual({ at: 'invited', invitation: token, already: undefined });
  });

  it('[FA33] a session that is over is said; none at all is no fault', async () => {
    await arrive(undefined);
    expect([account.state.at, account.refused]).toEqual(['out', undefined]);
    account.leave('signed-out');
    expect(account.refused).toBe('signed-out');
  });

  it('[SO7] a way back that failed is said once, and leaves the other way in', async () => {
    await account.arrive({ invitation: undefined, signOn: 'unavailable' }, () => undefined);
    expect([account.state.at, account.wayBack]).toEqual(['out', 'unavailable']);
    answers['sign-in'] = camille;
    await account.enter(written);
    expect([account.state.at, account.wayBack]).toEqual(['in', undefined]);
  });

  it('[SO6] who is invited leaves for the provider with their invitation and the name they chose', async () => {
    const gone: string[] = [];
    answers['sign-on'] = { to: 'https://comptes.example/auth' };
    await arrive(token, 'etoile');
    await account.leaveForProvider('Camille', (to) => gone.push(to));
    const newcomer = { invitation: token, pseudonym: 'Camille' };
    expect(asking).toEqual([['sign-on', { page: 'listen', association: 'etoile', newcomer }]]);
    expect(gone).toEqual(['https://comptes.example/auth']);
  });

  it('[SO7] a provider that is out is said to be, and nobody is sent anywhere', async () => {
    const gone: string[] = [];
    answers['sign-on'] = { refused: 'unavailable' };
    await arrive(undefined);
    await account.leaveForProvider('', (to) => gone.push(to));
    expect([account.refused, account.busy, gone]).toEqual(['unavailable', false, []]);
  });
});
