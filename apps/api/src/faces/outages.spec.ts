// A store that is out is said after three seconds and once, and that it is back is said to whom it was said.
import { expect, it } from '@jest/globals';
import { lineId } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';
import { Outages } from './outages.js';
import type { Told } from '../platform/sockets/hop.js';

const line = lineId('principale');

const toNobody = { hear: () => undefined, leave: () => undefined, tell: () => undefined };

function watched() {
  const clock = new FakeClock();
  const told: unknown[] = [];
  const note = (_line: unknown, { event, payload }: Told) => void told.push([event, payload]);
  const [callers, listeners] = [new CallerTabs(toNobody), new ListenTabs(toNobody)];
  Object.assign(callers, { tellLine: note });
  Object.assign(listeners, { tellLine: () => undefined });
  return { clock, told, outages: new Outages(callers, listeners, clock) };
}

it('[RB11] a short outage is not said', () => {
  const { clock, told, outages } = watched();
  outages.answered(line);
  for (let tick = 0; tick < 5; tick += 1) {
    clock.advance(500);
    outages.missed(line);
  }
  outages.answered(line);
  expect(told).toEqual([]);
});

it('[RB11] one that lasts is said once, and so is its end', () => {
  const { clock, told, outages } = watched();
  outages.missed(line);
  for (let tick = 0; tick < 20; tick += 1) {
    clock.advance(500);
    outages.missed(line);
  }
  expect(told).toEqual([['service.is', { is: 'out' }]]);
  outages.answered(line);
  outages.answered(line);
  expect(told.slice(1)).toEqual([['service.is', { is: 'well' }]]);
});
