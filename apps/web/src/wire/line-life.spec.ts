// A line is believed while it speaks, asked when it does not, and after a sleep believed on a fresh answer only.
import { beforeEach, describe, expect, it } from '@jest/globals';
import { heldClock } from '../../test/held-clock.js';
import { ALIVE_WITHIN, LineLife, QUIET_AFTER } from './line-life.js';

let time: ReturnType<typeof heldClock>;
let told: string[];
let answers: (() => void)[];
let life: LineLife;

beforeEach(() => {
  [time, told, answers] = [heldClock(), [], []];
  life = new LineLife(time.clock, {
    ask: (answered) => {
      told.push('asked');
      answers.push(answered);
    },
    quiet: () => told.push('quiet'),
    died: () => told.push('died'),
  });
  life.spoke();
});

describe('a line whose page was stopped', () => {
  it('[FA16] is asked at once on waking, and dead without an answer within two seconds', () => {
    life.sleep();
    life.doubt();
    expect(told).toEqual(['asked']);
    time.advance(ALIVE_WITHIN - 1);
    expect(told).toEqual(['asked']);
    time.advance(1);
    expect(told).toEqual(['asked', 'died']);
  });

  it('[FA16] is not believed for what was said before it was asked', () => {
    life.doubt();
    life.sleep();
    life.doubt();
    life.spoke();
    answers[0]?.();
    time.advance(ALIVE_WITHIN);
    expect(told).toEqual(['asked', 'asked', 'died']);
  });

  it('[FA16] lives as before once it has answered', () => {
    life.sleep();
    life.doubt();
    answers[0]?.();
    time.advance(ALIVE_WITHIN);
    life.spoke();
    time.advance(QUIET_AFTER - 1);
    expect(told).toEqual(['asked']);
    time.advance(1);
    expect(told).toEqual(['asked', 'quiet', 'asked']);
  });

  it('[FA16] does not die of a question that was open when it was stopped', () => {
    life.doubt();
    life.sleep();
    time.advance(ALIVE_WITHIN);
    expect(told).toEqual(['asked']);
  });

  it('[FA3] that nothing wakes asks by itself when it has been silent for too long', () => {
    life.sleep();
    time.advance(QUIET_AFTER);
    expect(told).toEqual(['quiet', 'asked']);
  });
});
