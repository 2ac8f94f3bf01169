// French: the last words of a conversation, for who may read them once more.
import { ground } from './ground.js';

function timeSaid(seconds: number): string {
  if (seconds <= 60) return 'moins d’une minute';
  return `${Math.ceil(seconds / 60)} minutes`;
}

export const last = {
  title: 'Cette conversation est terminée.',
  left: (seconds: number) => `Vous pouvez relire. Tout s’effacera d’ici dans ${timeSaid(seconds)}.`,
  erase: 'Effacer et fermer',
  reread: 'Relire ce qui vient d’être écrit',
  log: {
    ...ground.log,
    them: 'La personne qui vous écoutait :',
    progress: {
      sending: 'n’est pas parti',
      sent: 'envoyé',
      late: 'envoyé, sans confirmation',
      delivered: 'remis ✓',
    },
    reloaded: {
      'this-page-asks': 'Cette page avait été rechargée.',
      'this-page-back': 'Cette page avait été rechargée.',
      'this-page-empty': 'Cette page avait été rechargée : ce qui précède n’est plus là.',
      'their-page-back': 'L’autre page avait été rechargée.',
      'their-page-empty': 'L’autre page avait été rechargée.',
      'both-empty': 'Les deux pages avaient été rechargées : ce qui précède est effacé.',
    },
  },
};
