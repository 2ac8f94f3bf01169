// French: what the service holds about a caller at this moment, entry by entry, as plainly as it can be said.
import type { HeldEntry, HeldWord } from '@veille/shared';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const some = (count: number, one: string): string => `${count} ${one}${count > 1 ? 's' : ''}`;

/** As one says it: seconds to a minute and a half, then minutes, then hours; never less than there is. */
function lasting(milliseconds: number): string {
  if (milliseconds < SECOND) return 'un instant';
  if (milliseconds < 1.5 * MINUTE) return some(Math.ceil(milliseconds / SECOND), 'seconde');
  if (milliseconds < 1.5 * HOUR) return some(Math.ceil(milliseconds / MINUTE), 'minute');
  return some(Math.ceil(milliseconds / HOUR), 'heure');
}

const kinds = {
  record:
    'Votre fiche : ce qui se passe pour vous ici, votre place, l’heure d’arrivée, la langue choisie, avec qui ne pas vous mettre en relation, et un nom brouillé de votre réseau, que beaucoup partagent : aucune adresse.',
  place: 'Votre place dans la file.',
  turn: 'Que vous attendez quelqu’un.',
  asleep: 'Que votre place vous est gardée jusqu’à votre retour.',
  tab: 'Combien de fois cette page a été ouverte : un compteur.',
  lease: 'Que votre page est ouverte.',
  offer: 'Qu’une mise en relation est en train de se préparer.',
  'offer-end': 'Jusqu’à quand elle est proposée.',
  conversation:
    'Qui parle avec qui : deux numéros, l’heure du début, et à une demi-minute près quand l’un des deux a écrit. Rien de ce qui est dit.',
  listener: 'La fiche de la personne bénévole porte le numéro de cette mise en relation.',
  return: 'Après une panne : que votre place vous a été rendue.',
  alarm: 'Un rappel automatique : des numéros, rien d’autre.',
} satisfies Record<HeldWord, string>;

/** Renewed while the page answers: they end by themselves only if the whole service vanished. */
const backstops: readonly HeldWord[] = ['record', 'tab', 'conversation'];

function endOf({ what, ends }: HeldEntry): string {
  if (ends === 'with-you') return 'Effacé quand vous partez.';
  if (backstops.includes(what)) return `Effacé quand vous partez, au plus tard dans ${lasting(ends)}.`;
  if (what === 'lease')
    return ends > 0 ? `Sans nouvelles d’elle, éteint dans ${lasting(ends)}.` : 'Elle ne répond plus.';
  return `Terminé dans ${lasting(ends)}.`;
}

export const held = {
  open: 'Ce que nous gardons sur vous',
  asking: 'Un instant…',
  unanswered: 'Le service ne répond pas : nous ne pouvons pas vous le dire maintenant.',
  nothing: 'Rien.',
  noName: 'Vous n’avez pas de numéro chez nous : rien ne peut parler de vous.',
  over: 'C’est fini : nos bases ne disent plus rien de vous. Le service retient encore quelques minutes, en mémoire, que votre numéro est terminé, pour que personne ne le reprenne.',
  here: 'En ce moment, chez nous, dans une mémoire sans disque',
  what: ({ what }: HeldEntry): string => kinds[what],
  since: ({ since }: HeldEntry): string => (since === undefined ? '' : `Depuis ${lasting(since)}. `),
  ends: endOf,
  grace: (grace: number): string =>
    `Si vous fermez la page sans rien dire, tout cela est gardé ${lasting(grace)} pour que vous puissiez revenir, puis effacé.`,
  besides:
    'Tant que cette page est ouverte, le service tient aussi sa connexion, sans adresse, la dernière place annoncée, et de quoi vous la rendre après une panne. Trois minutes au plus après votre arrivée, et dix minutes encore après une conversation, il garde le nom brouillé de votre réseau : tout un quartier le partage, et il ne dit ni votre adresse ni rien de vous.',
  tab: 'En ce moment, dans cette page',
  inTab: {
    veille: 'Votre ticket : il vous rend votre place si la page se recharge. Nous seuls pouvons l’ouvrir.',
    'veille-mots':
      'Un signe, sans un mot de vous : si la page se recharge, elle peut dire que ce que vous écriviez est perdu.',
    'veille-suite': 'Un secret qui permet de retrouver la conversation si la page se recharge.',
  },
  other: (name: string): string => `Autre chose, nommé ${name}.`,
};
export type HeldWords = typeof held;
