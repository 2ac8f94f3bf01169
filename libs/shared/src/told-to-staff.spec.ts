// A listener cannot learn who a caller is from us (P11): everything a volunteer or a coordinator can be told, field by field,
// is what somebody reviewed. A new field fails here until its line stands in told-to-staff.reviewed.txt, and whoever writes it
// there has asked: could it hold, mark or single out a caller?
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import * as v from 'valibot';
import { accessRefused, invitation, who } from './access.js';
import { conversationAsks } from './conversation.js';
import { deskTells } from './desk.js';
import { agreementsTold, proposed } from './desk-agreements.js';
import { deskAssociation, deskAssociations } from './desk-association.js';
import { closuresTold } from './desk-closures.js';
import { cannotHold, deskLine } from './desk-line.js';
import { enrolled, factorHeld, halfway, passkeyOptions, totpOffer } from './factor.js';
import { listenAsks, listenTells } from './listen.js';
import { deviceCode, devicesTold, postHere } from './post.js';
import { type Asks, doorRefusal, refusal, type Tells } from './refusal.js';
import { shownProvider, signOnEnds, signOnOffered, whereTo } from './sign-on.js';
import { exported, journal, members, resetLink, sessionsTold } from './staff.js';

const reviewed = readFileSync(new URL('./told-to-staff.reviewed.txt', import.meta.url), 'utf8');

type Schema = v.GenericSchema & Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';
const schemasIn = (value: unknown): Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

/** A line for each thing that can be told, with the kind of thing it is. */
function linesOf(at: string, schema: unknown): string[] {
  if (!isSchema(schema)) throw new Error(`${at} is no schema`);
  const kind = String(schema.type);
  const inner = 'wrapped' in schema ? linesOf(`${at}?`, schema.wrapped) : undefined;
  if (inner) return inner;
  if (kind.endsWith('_object') && typeof schema.entries === 'object' && schema.entries !== null)
    return [
      ...Object.entries(schema.entries).flatMap(([field, one]) => linesOf(`${at}.${field}`, one)),
      ...(kind === 'strict_object' ? [] : [`${at}.*: whatever else stands there`]),
    ];
  if (kind === 'array') return linesOf(`${at}[]`, schema.item);
  if (kind === 'record') return linesOf(`${at}[${wordsOf(schema.key)}]`, schema.value);
  if (kind === 'variant' || kind === 'union')
    return schemasIn(schema.options).flatMap((one) => linesOf(at, one));
  return [`${at}: ${wordsOf(schema)}`];
}

/** One of a few words that stand in the code can single out nobody. */
function wordsOf(schema: unknown): string {
  if (!isSchema(schema)) throw new Error('no schema');
  const type = String(schema.type);
  if (type === 'picklist' || type === 'literal') return 'a word';
  if (['string', 'number', 'boolean'].includes(type)) return type;
  throw new Error(`${type}: say how it is reviewed`);
}

const toldBy = (face: string, tells: Tells): string[] =>
  Object.entries(tells).flatMap(([event, schema]) => [
    `${face} ${event}`,
    ...linesOf(`${face} ${event}`, schema),
  ]);
const answeredBy = (face: string, asks: Asks): string[] =>
  Object.entries(asks).flatMap(([event, { answer }]) => linesOf(`${face} ${event} answers`, answer));

const all = () => [
  ...new Set([
    ...toldBy('listen', listenTells),
    ...answeredBy('listen', { ...listenAsks, ...conversationAsks }),
    ...toldBy('desk', deskTells),
    ...linesOf('http who', who),
    ...linesOf('http invitation', invitation),
    ...linesOf('http members', members),
    ...linesOf('http reset', resetLink),
    ...linesOf('http sessions', sessionsTold),
    ...linesOf('http journal', journal),
    ...linesOf('http exported', exported),
    ...linesOf('http halfway', halfway),
    ...linesOf('http passkey', passkeyOptions),
    ...linesOf('http factor', factorHeld),
    ...linesOf('http totp', totpOffer),
    ...linesOf('http enrolled', enrolled),
    ...linesOf('http whereTo', whereTo),
    ...linesOf('http signOn', signOnOffered),
    ...linesOf('http back #sign-on', v.picklist(signOnEnds)),
    ...linesOf('http provider', shownProvider),
    ...linesOf('http post here', postHere),
    ...linesOf('http devices', devicesTold),
    ...linesOf('http device code', deviceCode),
    ...linesOf('http line', deskLine),
    ...linesOf('http association', deskAssociation),
    ...linesOf('http associations', deskAssociations),
    ...linesOf('http closures', closuresTold),
    ...linesOf('http agreements', agreementsTold),
    ...linesOf('http proposed', proposed),
    ...linesOf('http refusal', v.union([accessRefused, cannotHold])),
    ...linesOf('refusal', refusal),
    ...linesOf('door refusal', doorRefusal),
  ]),
];

it('[P11] everything a volunteer or a coordinator can be told was reviewed, and nothing else is', () => {
  const lines = reviewed.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [now, then] = [all().sort(), lines.sort()];
  // To review a change: read its lines below, and write them into told-to-staff.reviewed.txt.
  expect({
    new: now.filter((line) => !then.includes(line)),
    gone: then.filter((line) => !now.includes(line)),
  }).toEqual({
    new: [],
    gone: [],
  });
});

it('[P11] a field that is added is seen', () => {
  const marked = v.strictObject({ at: v.literal('free'), caller: v.string() });
  const lines = linesOf('listen volunteer.is', marked);
  expect(lines).toContain('listen volunteer.is.caller: string');
  expect(reviewed).not.toContain('listen volunteer.is.caller: string');
});
