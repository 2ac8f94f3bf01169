// French: every sentence a coordinator reads.
import type { Countable, LengthBand, WaitBand } from '@veille/shared';
import { provider } from './provider.js';
import { association } from './association.js';
import { closures } from './closure.js';
import { journal, members } from './members.js';
import { partners } from './partners.js';
import { devices } from './post.js';
import { opening, settings } from './settings.js';
import { staff } from './staff.js';

export const words = {
  ...staff,
  association,
  closures,
  devices,
  journal,
  members,
  partners,
  opening,
  settings,
  provider,
  notYours: {
    title: 'Cette porte est celle de la coordination.',
    text: 'Votre accès est celui d’un·e bénévole : l’écoute se passe de l’autre côté.',
    listen: 'Aller à l’écoute',
  },
  board: {
    title: (line: string) => line,
    now: 'Maintenant',
    each: {
      waiting: 'attendent',
      offered: 'proposées',
      talking: 'en conversation',
      free: 'disponibles',
      breather: 'en pause après une écoute',
      away: 'absent·es',
    },
    callers: 'Les personnes',
    volunteers: 'Les bénévoles',
    listen: 'Écouter aussi',
  },
  today: {
    title: 'Aujourd’hui',
    note: 'De minuit à minuit, à l’heure de la ligne. Des nombres seulement : rien n’y désigne personne.',
    counters: {
      offered: 'Demandes',
      admitted: 'Admises',
      'refused-closed': 'Refusées : fermé',
      'refused-draining': 'Refusées : fin d’accueil',
      'refused-full': 'Refusées : file pleine',
      'refused-too-close-to-closing': 'Refusées : trop près de la fermeture',
      'refused-hopeless': 'Refusées : attente trop longue',
      'refused-not-spoken': 'Refusées : langue non parlée',
      answered: 'Entendues',
      left: 'Parties en attendant',
      dropped: 'Onglets perdus en attendant',
      gone: 'Disparues en attendant',
      hopeless: 'Parties après avertissement',
      'waited-too-long': 'Ont attendu en vain',
      'not-heard-again': 'Reparties sans être réentendues',
      interrupted: 'Interruptions',
      'handed-over': 'Confiées à quelqu’un d’autre',
      'ended-by-caller': 'Terminées par la personne',
      'ended-by-volunteer': 'Terminées par le ou la bénévole',
      'ended-by-loss': 'Terminées par une coupure',
      'ended-by-listener-lost': 'Terminées par la perte du ou de la bénévole',
    } satisfies Record<Countable, string>,
    medianWait: {
      name: 'Attente médiane',
      means: 'La moitié des personnes entendues ont attendu moins que cela.',
    },
    waitsTitle: 'Attente des personnes entendues',
    waits: {
      'under-1': 'moins d’1 min',
      '1-to-5': '1 à 5 min',
      '5-to-10': '5 à 10 min',
      '10-to-25': '10 à 25 min',
      '25-to-45': '25 à 45 min',
      'over-45': 'plus de 45 min',
    } satisfies Record<WaitBand, string>,
    lengthsTitle: 'Durée des conversations',
    lengths: {
      'under-5': 'moins de 5 min',
      '5-to-15': '5 à 15 min',
      '15-to-30': '15 à 30 min',
      '30-to-60': '30 à 60 min',
      'over-60': 'plus d’une heure',
    } satisfies Record<LengthBand, string>,
    hoursTitle: 'Demandes, heure par heure',
    eachHour: 'Chaque heure, en entier',
    eachPlace: 'Chaque lieu d’écoute, en entier',
    waited: (band: string) => `Attente\u00a0: ${band}`,
    lasted: (band: string) => `Durée\u00a0: ${band}`,
    hour: (hour: number) => `${hour} h à ${(hour + 1) % 24} h`,
    placesTitle: 'Entendues depuis',
    place: ({ name, partner }: { name: string | null; partner?: true | undefined }) =>
      name ?? (partner ? 'une association partenaire' : 'chez soi'),
    noBand: '—',
  },
  invite: {
    title: 'Inviter',
    text: 'Un lien sert une seule fois, et n’est montré qu’ici. Transmettez-le de la main à la main, ou par un moyen sûr.',
    volunteer: 'Lien pour un·e bénévole',
    coordinator: 'Lien pour un·e coordinateur·rice',
    coordinatorOf: (association: string) => `Lien pour la coordination\u00a0: ${association}`,
    administrator: 'Lien pour un·e administrateur·rice',
    post: 'Pour',
    noPost: 'Toute l’association',
    link: 'Lien d’invitation',
    validFor: (milliseconds: number) =>
      `Valable ${Math.round(milliseconds / 3_600_000)} heures, pour une personne.`,
    copy: 'Copier',
    copied: 'Copié',
    done: 'C’est fait',
  },
};
export type DeskWords = typeof words;
