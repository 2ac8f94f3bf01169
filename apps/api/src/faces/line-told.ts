// The line's status in the wire's words: moments become days and times on the line's own clock, because two clocks never agree.
import { dayIn, daysFrom, type Instant, timeIn, weekdayOf } from '@veille/domain';
import type { LineStatus as Told } from '@veille/shared';
import type { LineStatus } from '../overflow/overflow.service.js';

export function toldOf(status: LineStatus): Told {
  const { admission, band, opening, today, languages, elsewhere, ...line } = status;
  const turn = opening.at === 'draining' ? undefined : opening.until;
  return {
    is: admission === 'admit' ? 'open' : admission,
    band,
    turns: turn === undefined ? null : wallOf(turn, status),
    today: today ? today.map(({ from, until }) => ({ from, until })) : null,
    languages: languages.map(({ tag, spoken }) => ({ tag, spoken })),
    name: line.name,
    welcomeText: line.welcomeText,
    accentNight: line.accentNight,
    accentDay: line.accentDay,
    closedText: line.closedText,
    elsewhere: elsewhere.map(({ name, text, href }) => ({ name, text, href })),
    exitTo: line.exitTo,
  };
}

function wallOf(turn: Instant, { timeZone, now }: LineStatus) {
  const day = dayIn(timeZone, turn);
  return {
    days: daysFrom(dayIn(timeZone, now), day),
    weekday: weekdayOf(day),
    time: timeIn(timeZone, turn),
  };
}
