// French: what a newcomer reads of the line, open or not, and how long one waits. A band is said, never a minute.
import type { Band, Elsewhere, LineStatus, Turned } from '@veille/shared';

const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** `20:00` as one says it: 20 h, 20 h 30. */
function timeSaid(time: string): string {
  const [hour, minute] = time.split(':').map(Number);
  return minute ? `${hour} h ${String(minute).padStart(2, '0')}` : `${hour} h`;
}

function momentSaid({ days, weekday, time }: NonNullable<LineStatus['turns']>): string {
  if (days === 0) return `aujourd’hui à ${timeSaid(time)}`;
  if (days === 1) return `demain à ${timeSaid(time)}`;
  return `${weekdays[weekday] ?? ''} à ${timeSaid(time)}`;
}

const others: Elsewhere[] = [
  {
    name: '3114',
    text: 'si vous pensez au suicide, ou si vous craignez pour quelqu’un. Jour et nuit, gratuit.',
    href: 'tel:3114',
  },
  {
    name: 'SOS Amitié',
    text: 'une écoute par téléphone, au 09 72 39 40 50. Jour et nuit, anonyme.',
    href: 'tel:0972394050',
  },
  {
    name: 'Fil santé jeunes',
    text: 'si vous avez entre 12 et 25 ans, au 0 800 235 236. De 9 h à 23 h, gratuit.',
    href: 'tel:0800235236',
  },
];

export const line = {
  wait: {
    'under-10': 'En ce moment, l’attente est de moins de 10 minutes.',
    'under-25': 'En ce moment, l’attente est de moins de 25 minutes.',
    'under-45': 'En ce moment, l’attente est de moins de 45 minutes, sans que nous puissions dire mieux.',
    '10-to-25': 'En ce moment, l’attente est entre 10 et 25 minutes.',
    '10-to-45': 'En ce moment, l’attente est entre 10 et 45 minutes.',
    'over-10': 'En ce moment, l’attente est de plus de 10 minutes, sans que nous puissions dire mieux.',
    '25-to-45': 'En ce moment, l’attente est entre 25 et 45 minutes.',
    'over-25': 'En ce moment, l’attente est de plus de 25 minutes.',
    'over-45': 'En ce moment, l’attente est de plus de 45 minutes : une réponse est peu probable.',
    unknown:
      'Personne n’est disponible en ce moment ; nous ne savons pas dire combien de temps il faudra attendre.',
  } satisfies Record<Band, string>,
  until: (turns: NonNullable<LineStatus['turns']>) => `La ligne est ouverte jusqu’à ${timeSaid(turns.time)}.`,
  today: (spans: NonNullable<LineStatus['today']>) =>
    spans.length === 0
      ? 'Aujourd’hui, la ligne n’ouvre pas.'
      : 'Aujourd’hui : ' +
        spans.map(({ from, until }) => `de ${timeSaid(from)} à ${timeSaid(until)}`).join(', ') +
        '.',
  reopens: (turns: NonNullable<LineStatus['turns']>) => `Nous rouvrons ${momentSaid(turns)}.`,
  turned: {
    closed: {
      title: 'Personne n’est là pour l’instant.',
      text: 'L’écoute par écrit est fermée en ce moment. Cette page le dira dès qu’elle rouvre.',
    },
    draining: {
      title: 'Nous n’accueillons plus pour l’instant.',
      text: 'Les conversations en cours vont à leur terme. Cette page dira quand la ligne rouvre.',
    },
    full: {
      title: 'Il y a trop de monde en ce moment.',
      text: 'La file est pleine : vous attendriez sans doute en vain. Cette page dira quand une place se libère.',
    },
    'too-close-to-closing': {
      title: 'La ligne ferme bientôt.',
      text: 'Nous ne pourrions pas vous répondre avant la fermeture. Mieux vaut vous le dire maintenant.',
    },
    hopeless: {
      title: 'L’attente est trop longue en ce moment.',
      text: 'Vous attendriez plus de 45 minutes, sans doute en vain. Cette page dira quand cela va mieux.',
    },
  } satisfies Record<Turned, { title: string; text: string }>,
  networkClosed: {
    title: 'Cette ligne ne peut pas vous accueillir d’ici, pour un court moment.',
    text: 'Cela ne vient pas de vous, et nous ne savons pas qui vous êtes. Quelqu’un abuse de la ligne depuis le réseau par lequel vous arrivez, que beaucoup de personnes partagent. La ligne rouvre d’ici une demi-heure au plus.',
    elsewhere:
      'Depuis un autre réseau, elle vous est ouverte\u00a0: par exemple avec votre téléphone, sans le wifi où vous êtes.',
    again: 'Essayer de nouveau',
  },
  turn: 'D’ici là, d’autres personnes répondent :',
  others,
  unlikely:
    'Nous préférons vous le dire maintenant : il est peu probable que quelqu’un puisse vous répondre. Vous pouvez rester. D’autres personnes répondent tout de suite :',
};

export type LineWords = typeof line;
