// French: closing the door for a while to where abuse comes from, as a volunteer asks it and a coordinator decides it.
import type { ClosureTold } from '@veille/shared';

const minutesSaid = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  return `${minutes} minute${minutes > 1 ? 's' : ''}`;
};

/** What both must weigh before they do it. */
const many =
  'Un même réseau est souvent partagé par beaucoup de monde\u00a0: une université, un foyer, les abonnés d’un opérateur. Pendant la fermeture, aucune de ces personnes ne peut entrer. C’est pourquoi elle est courte.';

export const askClosure = {
  open: 'La ligne est harcelée\u00a0?',
  title: 'Demander de fermer la porte un moment',
  text: 'Si la personne que vous lisez, ou venez de lire, abuse de la ligne et revient sans cesse, vous pouvez demander que l’on n’accueille plus, pendant une demi-heure, les personnes qui arrivent du même réseau. Quelqu’un de la coordination doit le confirmer dans le quart d’heure. Personne ne verra d’adresse.',
  many,
  ask: 'Demander la fermeture',
  sure: 'Oui, demander',
  cancel: 'Non, rien de tout cela',
  is: {
    asked: 'Votre demande est faite. Sans réponse de la coordination, elle tombe au bout d’un quart d’heure.',
    closed: 'La porte est fermée à ce réseau, pour une demi-heure au plus.',
    'cannot-tell':
      'Nous ne savons pas, ou ne savons plus, d’où venait cette personne\u00a0: rien ne peut être fermé.',
    refused: 'La demande n’a pas pu être faite. Parlez-en à la coordination de cette ligne.',
  },
};

export const closures = {
  title: 'Fermer la porte à un réseau',
  text: 'Une personne bénévole le demande, une autre personne le confirme\u00a0: vous. Cela prend fin tout seul.',
  many,
  asked: ({ pseudonym, line, left }: ClosureTold): string =>
    `${pseudonym ?? 'Quelqu’un'} demande, depuis «\u00a0${line}\u00a0», de fermer la porte à un réseau. La demande tombe dans ${minutesSaid(left)}.`,
  mine: 'C’est vous qui l’avez demandé\u00a0: une autre personne doit le confirmer.',
  closed: ({ line, left }: ClosureTold): string =>
    `Un réseau est fermé, demandé depuis «\u00a0${line}\u00a0». Il rouvre tout seul dans ${minutesSaid(left)}.`,
  refused: (count: number): string =>
    count === 0
      ? 'Personne n’a été refusé.'
      : count === 1
        ? 'Une arrivée a été refusée, et orientée ailleurs.'
        : `${count} arrivées ont été refusées, et orientées ailleurs.`,
  confirm: 'Fermer une demi-heure',
  sure: 'Oui, fermer',
  ignore: 'Ne pas fermer',
  reopen: 'Rouvrir maintenant',
  none: 'Aucune demande en ce moment. La porte est ouverte à tout le monde.',
};
