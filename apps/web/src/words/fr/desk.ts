// French: every sentence a coordinator reads.
import { staff } from './staff.js';

export const words = {
  ...staff,
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
      away: 'absents',
    },
    callers: 'Les personnes',
    volunteers: 'Les bénévoles',
    listen: 'Écouter aussi',
    today: 'Aujourd’hui',
    todayNote: 'De minuit à minuit. Des nombres seulement : rien n’y désigne personne.',
    counters: {
      arrived: { name: 'Arrivées', means: 'Personnes entrées dans la file.' },
      answered: { name: 'Entendues', means: 'Personnes entrées en conversation avec un·e bénévole.' },
      leftWaiting: {
        name: 'Parties en attendant',
        means:
          'Personnes qui ont quitté la file, ou dont l’onglet a disparu trop longtemps, avant d’être entendues.',
      },
      medianWait: {
        name: 'Attente médiane',
        means: 'La moitié des personnes entendues ont attendu moins que cela.',
      },
    },
    bands: {
      'under-1': 'moins d’1 min',
      '1-to-5': '1 à 5 min',
      '5-to-10': '5 à 10 min',
      '10-to-25': '10 à 25 min',
      '25-to-45': '25 à 45 min',
      'over-45': 'plus de 45 min',
    },
    noBand: '—',
  },
  invite: {
    title: 'Inviter',
    text: 'Un lien sert une seule fois, et n’est montré qu’ici. Transmettez-le de la main à la main, ou par un moyen sûr.',
    volunteer: 'Lien pour un·e bénévole',
    coordinator: 'Lien pour un·e coordinateur·rice',
    link: 'Lien d’invitation',
    validFor: (milliseconds: number) =>
      `Valable ${Math.round(milliseconds / 3_600_000)} heures, pour une personne.`,
    copy: 'Copier',
    copied: 'Copié',
    done: 'C’est fait',
  },
};
export type DeskWords = typeof words;
