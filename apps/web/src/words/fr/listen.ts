// French: every sentence a volunteer reads.
import { askClosure } from './closure.js';
import type { Colleague } from '@veille/shared';
import { staff, waitSaid } from './staff.js';

function queueSaid(waiting: number, longest: number): string {
  if (waiting === 0) return 'Personne n’attend pour l’instant.';
  if (waiting === 1) return `Une personne attend, depuis ${waitSaid(longest)}.`;
  return `${waiting} personnes attendent, la première depuis ${waitSaid(longest)}.`;
}

export const words = {
  ...staff,
  off: {
    title: (pseudonym: string) => `Bonjour, ${pseudonym}.`,
    line: 'Quelle ligne ?',
    lineOf: (line: string, partner: string | undefined) =>
      partner === undefined ? line : `${line}, pour ${partner}`,
    where: 'Où écoutez-vous aujourd’hui ?',
    home: 'Chez moi',
    languages: 'Dans quelles langues écoutez-vous ?',
    start: 'Je suis disponible',
    alone: 'Avant de commencer : êtes-vous dans un endroit où personne ne lit par-dessus votre épaule ?',
    sound: 'Essayer la sonnerie',
    coordinate: 'Tableau de la coordination',
  },
  free: {
    title: 'Vous êtes disponible.',
    queue: queueSaid,
    text: 'Quand quelqu’un aura besoin de vous, cette page sonnera. Gardez-la ouverte.',
    mute: 'La sonnerie est muette : le navigateur attend que vous touchiez la page.',
    unmute: 'Activer la sonnerie',
    away: 'Faire une pause',
    stop: 'Finir ma permanence',
  },
  offered: {
    title: 'Quelqu’un attend.',
    tab: 'Quelqu’un attend',
    waited: (milliseconds: number) => `Cette personne attend depuis ${waitSaid(milliseconds)}.`,
    language: (name: string) => `Elle demande à parler en ${name}.`,
    handedOver: 'Un autre écoutant vous la confie : elle a déjà commencé à parler.',
    accept: 'J’écoute',
    decline: 'Pas maintenant',
    left: (seconds: number) => (seconds <= 1 ? 'Encore une seconde' : `Encore ${seconds} secondes`),
    kind: 'Vous pouvez dire non. La personne garde sa place, et sera proposée à quelqu’un d’autre.',
    tooLate: 'C’était trop tard : cette personne a été proposée à quelqu’un d’autre. Ce n’est pas grave.',
  },
  talking: {
    title: 'Vous êtes en conversation.',
    joining: 'La personne arrive…',
    end: 'Terminer',
    sure: 'Oui, terminer',
    empty: 'La personne est là. Ses premiers mots arrivent souvent seuls.',
    theyWrite: 'la personne écrit…',
    away: 'La personne a perdu sa connexion. Sa place est gardée quelques minutes. Ce que vous écrivez lui parviendra à son retour.',
    late: 'Certains de vos mots ne sont pas encore remis. Nous continuons d’essayer.',
    log: {
      ...staff.log,
      them: 'La personne :',
      reloaded: {
        'this-page-asks':
          'Cette page a été rechargée. Elle demande à l’autre page ce que vous vous êtes écrit.',
        'this-page-back':
          'Cette page a été rechargée. Ce qui avait été remis est revenu ; le reste est à écrire de nouveau.',
        'this-page-empty':
          'Cette page a été rechargée : ce qui précède n’est plus affiché ici. La conversation continue.',
        'their-page-back': 'La page de la personne a été rechargée. Elle a retrouvé la conversation.',
        'their-page-empty':
          'La page de la personne a été rechargée : ce qui précède n’est plus affiché chez elle.',
        'both-empty':
          'Les deux pages ont été rechargées en même temps : ce qui précède est effacé. La conversation continue.',
      },
    },
    composer: {
      ...staff.composer,
      label: 'Votre réponse',
      hint: 'Entrée envoie le message, Majuscule et Entrée va à la ligne.',
      full: 'Beaucoup de messages attendent d’être remis. Patientez un peu avant d’en écrire d’autres.',
    },
    silence: {
      nudge: {
        text: 'Personne n’a écrit depuis quelques minutes. Un silence peut dire beaucoup : rien ne presse.',
        suggest: 'Me proposer une phrase douce',
        sentence: 'Je suis toujours là. Prenez votre temps, je vous lis quand vous voulez.',
      },
      ask: {
        text: 'Personne n’a écrit depuis longtemps. Sa page lui demande doucement si elle est toujours là. C’est vous qui décidez d’attendre ou de terminer.',
        suggest: 'Me proposer une phrase pour finir',
        sentence:
          'Je n’ai rien lu de vous depuis un moment, et je vais mettre fin à notre conversation. Vous pouvez revenir quand vous voulez.',
      },
    },
    handOver: {
      open: 'Confier',
      title: 'Confier cette personne à quelqu’un d’autre ?',
      text: 'Dites-le-lui d’abord, si vous le pouvez. Elle garde sa place, et qui la lira n’aura rien lu. Vous aurez une pause.',
      back: 'À la première personne disponible',
      to: ({ pseudonym, place }: Colleague) =>
        `À ${pseudonym}${place === undefined ? '' : place === null ? ', depuis chez soi' : `, au ${place}`}`,
      tooLate: 'Cette personne n’est plus disponible. Voici qui l’est maintenant.',
      stay: 'Rester avec elle',
      trouble: 'Cela n’a pas marché. Vous êtes toujours en conversation : réessayez dans un instant.',
    },
    ending: { title: 'La conversation se ferme…', text: 'Un instant.' },
  },
  closure: askClosure,
  breather: {
    title: 'Respirez.',
    text: 'Rien ne presse. Buvez quelque chose, levez-vous, regardez par la fenêtre.',
    over: {
      'caller-left': 'La personne a mis fin à la conversation.',
      'caller-lost': 'La personne n’a pas pu revenir. Cela ne dit rien de votre écoute.',
      'you-ended': 'Vous avez mis fin à la conversation.',
      'you-handed-over': 'Vous avez passé le relais. La personne garde sa place.',
      'you-were-lost': 'La connexion a été coupée trop longtemps. La personne a été reprise en tête de file.',
    },
    left: (seconds: number) =>
      seconds === 0
        ? 'Votre pause est finie, et vous pouvez la prolonger tant que vous voulez.'
        : `Votre pause\u00a0: encore ${waitSaid(seconds * 1000)}.`,
    wiped: 'Ce qui a été écrit est effacé de cette page.',
    free: 'Je suis de nouveau disponible',
  },
  away: {
    paused: {
      title: 'Vous êtes en pause.',
      text: 'Personne ne vous sera proposé. Prenez le temps qu’il vous faut.',
    },
    missed: {
      title: 'Nous vous avons mis en pause.',
      text: 'Deux personnes vous ont été proposées sans réponse : elles ont gardé leur place. Vous étiez sans doute loin de l’écran, et c’est très bien ainsi.',
    },
    free: 'Je suis de nouveau disponible',
  },
  agreementEnded: {
    title: 'Cette ligne ne vous est plus confiée.',
    text: 'L’accord entre les deux associations a pris fin, et vous n’y laissez personne sans réponse. Merci d’y avoir été\u00a0; prenez le temps qu’il vous faut.',
    here: 'Revenir à l’écoute',
  },
  recall: {
    wish: 'Prévenez-moi si beaucoup de personnes attendent.',
    called: (waiting: number) =>
      `${waiting === 1 ? 'Une personne attend' : `${waiting} personnes attendent`} en ce moment. Si vous le pouvez, votre écoute aiderait. Sinon, rien ne change.`,
  },
  cannotGo:
    'Quelqu’un vous est peut-être proposé à cet instant. Répondez, ou attendez un peu, puis déconnectez-vous.',
  trouble: 'Cela n’a pas marché. Réessayez dans un instant.',
  unsafe: {
    title: 'Ce navigateur ne peut pas protéger les conversations.',
    text: 'Veille chiffre chaque mot avant qu’il ne parte, et cette page ne peut pas le faire ici. Essayez avec un navigateur à jour, à l’adresse qui commence par https.',
  },
};
export type ListenWords = typeof words;
