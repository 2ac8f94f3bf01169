// What nobody reviewed is found wherever it stands in a frame or an answer to staff; what was reviewed is not.
import { expect, it } from '@jest/globals';
import { Asked, readFrame } from './frames.js';
import { answers, unreviewedIn } from './reviewed.js';

const told = (frame: string, asked = new Asked()) => readFrame(frame, asked);

it('[LK3] a field that nobody reviewed is found, at any depth', () => {
  const who = { pseudonym: 'Camille', role: 'volunteer', association: 'premiere' };
  expect(unreviewedIn('http who', who)).toEqual([]);
  expect(unreviewedIn('http who', { ...who, caller: 'x' })).toEqual(['http who.caller']);
  const board = { waiting: 1, offered: 0, talking: 0, free: 0, breather: 0, away: 0 };
  expect(unreviewedIn('desk desk.now', { board })).toEqual([]);
  expect(unreviewedIn('desk desk.now', { board: { ...board, first: 'x' } })).toEqual([
    'desk desk.now.board.first',
  ]);
  expect(unreviewedIn('desk desk.now', { today: { counts: { answered: 2 } } })).toEqual([]);
  expect(unreviewedIn('http members', { members: [{ account: 'a', from: 'x' }] })).toEqual([
    'http members.members[].from',
  ]);
});

it('[LK3] another kind of thing than was reviewed is found, and so is nothing where something was promised', () => {
  expect(unreviewedIn('listen line.queue', { waiting: 'x', longest: 3 })).toEqual([
    'listen line.queue.waiting',
  ]);
  expect(unreviewedIn('http who', { role: 'someone at 10.0.0.1' })).toEqual(['http who.role']);
  expect(unreviewedIn('http sessions', { sessions: [{ id: null }] })).toEqual([
    'http sessions.sessions[].id',
  ]);
  expect(unreviewedIn('http provider', { provider: null, back: '/' })).toEqual([]);
});

it('[LK3] an event and an answer that nobody reviewed are found', () => {
  expect(unreviewedIn('listen careless', {})).toEqual(['listen careless']);
  expect(answers.every((root) => unreviewedIn(root, { kept: ['x'] }).length > 0)).toBe(true);
});

it('[LK3] a frame is read as Socket.IO writes it: an event, what it was asked, a refusal', () => {
  expect(told('42/listen,["line.queue",{"waiting":1}]')).toEqual({
    is: 'told',
    root: 'listen line.queue',
    value: { waiting: 1 },
  });
  const asked = new Asked();
  asked.heard('42/listen,7["conversation.colleagues",{"conversation":"c"}]');
  expect(told('43/listen,7[{"answer":{"colleagues":[]}}]', asked)).toMatchObject({
    root: 'listen conversation.colleagues answers',
    value: { colleagues: [] },
  });
  expect(told('43/listen,8[{"refused":"not-now"}]')).toMatchObject({ root: 'refusal', value: 'not-now' });
  expect(told('44/desk,{"message":"x","data":{"refused":"signed-out"}}')).toMatchObject({
    root: 'door refusal',
    value: 'signed-out',
  });
  expect(told('2')).toEqual({ is: 'the line itself' });
  expect(told('something else')).toEqual({ is: 'unreadable' });
});
