// Counters: numbers without people. What is counted, the one sentence that says what each number means, and the bands.
import type { Refused } from './overflow.js';
import { type Duration, minutes } from './time.js';

type Refusal = `refused-${Refused}`;
type Other =
  | 'offered'
  | 'admitted'
  | 'answered'
  | 'left'
  | 'dropped'
  | 'gone'
  | 'hopeless'
  | 'waited-too-long'
  | 'not-heard-again'
  | 'interrupted'
  | 'handed-over'
  | `ended-by-${'caller' | 'volunteer' | 'loss' | 'listener-lost'}`;
export type Countable = Refusal | Other;

/** Whoever reads a number reads this beside it (CT5). */
export const meanings: Readonly<Record<Countable, string>> = {
  offered: 'Personnes qui ont demandé à parler à quelqu’un, admises ou non.',
  admitted: 'Personnes entrées dans la file.',
  'refused-closed': 'Personnes à qui l’on a dit, avant d’attendre, que la ligne était fermée.',
  'refused-draining': 'Personnes à qui l’on a dit que la ligne n’accueillait plus, le temps de finir.',
  'refused-full': 'Personnes à qui l’on a dit que la file était pleine.',
  'refused-too-close-to-closing': 'Personnes qui n’auraient pas été entendues avant la fermeture.',
  'refused-hopeless': 'Personnes à qui l’on a dit que l’attente serait trop longue.',
  'refused-not-spoken':
    'Personnes à qui l’on a dit, avant d’attendre, que personne en service ne parlait la langue demandée.',
  answered:
    'Personnes entrées en conversation avec un·e bénévole. Une seule fois, même reprises après une coupure.',
  left: 'Personnes qui ont quitté la file d’elles-mêmes, avant d’être entendues.',
  dropped:
    'Fois où l’onglet d’une personne qui attendait s’est fermé ou a été coupé, même un instant. Sa place est gardée : elle a pu revenir.',
  gone: 'Personnes dont l’onglet a disparu, ou qui n’ont pas dit être toujours là, plus longtemps que le délai de grâce, avant d’être entendues.',
  hopeless:
    'Personnes qui ont quitté la file après avoir lu qu’une réponse était peu probable, avant d’être entendues.',
  'waited-too-long':
    'Personnes qui attendaient toujours, sans avoir été entendues, quand la durée la plus longue est passée.',
  'not-heard-again':
    'Personnes déjà entendues, revenues dans la file quand leur conversation a été coupée ou confiée, et reparties sans être réentendues.',
  interrupted:
    'Fois où l’onglet de l’une des deux personnes a disparu pendant une conversation, même un instant. La conversation a pu reprendre : celles qui n’ont pas repris sont dites terminées.',
  'handed-over':
    'Conversations qu’un·e bénévole a confiées à quelqu’un d’autre, ou rendues à la file. La personne garde sa place.',
  'ended-by-caller': 'Conversations terminées par la personne.',
  'ended-by-volunteer': 'Conversations terminées par le ou la bénévole.',
  'ended-by-loss': 'Conversations terminées parce que l’onglet de la personne a disparu trop longtemps.',
  'ended-by-listener-lost':
    'Conversations terminées parce que l’onglet du ou de la bénévole a disparu trop longtemps. La personne garde sa place.',
};

type Ends<Band> = readonly (readonly [Band, Duration])[];

export const waitBands = ['under-1', '1-to-5', '5-to-10', '10-to-25', '25-to-45', 'over-45'] as const;
export type WaitBand = (typeof waitBands)[number];
const waitEnds: Ends<WaitBand> = [
  ['under-1', minutes(1)],
  ['1-to-5', minutes(5)],
  ['5-to-10', minutes(10)],
  ['10-to-25', minutes(25)],
  ['25-to-45', minutes(45)],
];

export const lengthBands = ['under-5', '5-to-15', '15-to-30', '30-to-60', 'over-60'] as const;
export type LengthBand = (typeof lengthBands)[number];
const lengthEnds: Ends<LengthBand> = [
  ['under-5', minutes(5)],
  ['5-to-15', minutes(15)],
  ['15-to-30', minutes(30)],
  ['30-to-60', minutes(60)],
];

export const bandOf = (wait: Duration): WaitBand => waitEnds.find(([, end]) => wait < end)?.[0] ?? 'over-45';
export const lengthBandOf = (length: Duration): LengthBand =>
  lengthEnds.find(([, end]) => length < end)?.[0] ?? 'over-60';

/** The band that holds the middle answered wait; null while nobody was answered (CT2). */
export function medianBand(counts: Readonly<Partial<Record<WaitBand, number>>>): WaitBand | null {
  const total = waitBands.reduce((sum, band) => sum + (counts[band] ?? 0), 0);
  let seen = 0;
  for (const band of waitBands) {
    seen += counts[band] ?? 0;
    if (total > 0 && seen * 2 >= total) return band;
  }
  return null;
}
