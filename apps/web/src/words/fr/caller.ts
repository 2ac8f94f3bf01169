// French: every sentence a caller reads.
import { exit } from './exit.js';
import { ground } from './ground.js';
import { held } from './held.js';
import { last } from './last.js';
import { line } from './line.js';
import { promises } from './promises.js';

export const words = {
  ...ground,
  line,
  last,
  held,
  promises,
  exit,
  welcome: {
    title: 'Ici, quelqu’un veille.',
    what: 'Des bénévoles formés à l’écoute vous lisent et vous répondent, par écrit. C’est anonyme : ni nom, ni compte, et rien de ce que vous écrivez n’est conservé.',
    limit:
      'Nous ne pouvons ni savoir où vous êtes, ni vous envoyer de l’aide. Si vous êtes en danger maintenant, appelez le 15 ou le 112.',
    start: 'Parler à quelqu’un',
    starting: 'Un instant…',
    trouble: 'Cela n’a pas marché. Vous pouvez essayer de nouveau dans un instant.',
  },
  language: {
    page: ground.language,
    choose: 'Dans quelle langue ?',
    notSpoken: (name: string) => `Personne ne parle ${name} en ce moment.`,
    instead: (main: string) =>
      `Parmi les bénévoles en service, personne ne parle cette langue. Vous pouvez attendre en ${main}. Si vous préférez, gardez cette page ouverte : elle dira quand quelqu’un arrive.`,
    wait: (main: string) => `Attendre en ${main}`,
    spoken: (name: string) => `Quelqu’un parle ${name} maintenant.`,
    nowSpoken: 'Vous pouvez entrer dans la file.',
    speak: (name: string) => `Attendre en ${name}`,
    again: 'Choisir une autre langue',
    heardIn: (name: string) => `On vous lira et on vous répondra en ${name}.`,
  },
  arriving: { title: 'Un instant…', text: 'Nous retrouvons votre place.' },
  waiting: {
    title: 'Vous êtes dans la file.',
    back: 'La ligne de la personne qui vous écoutait s’est coupée.',
    sorry: 'Nous sommes désolés. Vous êtes de nouveau au tout début de la file.',
    handedOver: 'Quelqu’un d’autre va vous écouter.',
    kept: 'La personne qui vous lisait a demandé qu’on prenne le relais. Vous gardez votre place. La personne suivante n’aura rien lu : vous direz ce que vous voudrez.',
    place: 'votre place',
    spoken: (place: number) =>
      place === 1 ? 'Personne n’est avant vous.' : `Vous êtes à la place ${place}. Elle ne recule jamais.`,
    stay: 'Gardez cette page ouverte : la conversation commencera ici.',
    keptWhile: {
      cut: 'Votre place vous est gardée un moment : laissez cette page ouverte.',
      out: 'Votre place vous est gardée tant que cette page reste ouverte.',
    },
    leave: 'Quitter la file',
    composer: {
      ...ground.composer,
      label: 'Si vous voulez, écrivez déjà vos premiers mots.',
      send: 'Envoyer dès qu’on est là',
      hint: 'Ils restent dans cette page, nulle part ailleurs. Personne ne les lit avant que vous soyez en conversation.',
      full: 'Vous avez déjà beaucoup écrit. Cela partira dès que quelqu’un sera là.',
    },
    notKept:
      'Cette page a été rechargée : ce que vous aviez préparé n’a pas été gardé. Nous en sommes désolés ; rien n’en reste nulle part.',
    signal: {
      label: 'Un son doux quand quelqu’un est là',
      unheard: 'Votre navigateur ne joue pas de son ici. Gardez un œil sur cette page.',
    },
    held: 'Partira dès que quelqu’un sera là :',
    takeBack: 'Reprendre',
  },
  asked: {
    title: 'Quelqu’un peut vous lire. Êtes-vous là ?',
    text: 'Dites-le d’un geste : la conversation pourra commencer.',
    here: 'Oui, je suis là',
    tab: 'Êtes-vous là ?',
  },
  asleep: {
    title: 'Votre place est gardée.',
    text: 'Quelqu’un pouvait vous lire, et vous n’étiez peut-être pas devant l’écran. Ce n’est pas grave : votre place n’a pas bougé.',
    here: 'Touchez ici pour la reprendre',
    tab: 'Votre place est gardée',
  },
  talking: {
    title: 'Une personne est là, elle vous lit.',
    tab: 'Quelqu’un est là',
    joining: 'Quelqu’un arrive…',
    end: 'Terminer',
    sure: 'Oui, terminer',
    empty: 'Une personne est là. Prenez votre temps, écrivez comme cela vient.',
    theyWrite: 'on vous écrit…',
    silence: {
      text: 'Vous êtes toujours là ? Prenez tout le temps qu’il vous faut : la personne qui vous écoute n’est pas partie.',
      here: 'Je suis là',
    },
    away: 'La personne qui vous écoute a perdu sa connexion. Elle essaie de revenir. Ce que vous écrivez lui parviendra à son retour.',
    late: 'Certains de vos mots ne sont pas encore remis. Nous continuons d’essayer. Si c’est urgent, les numéros en bas de page répondent tout de suite.',
    log: {
      ...ground.log,
      them: 'La personne qui vous écoute :',
      reloaded: {
        'this-page-asks':
          'Cette page a été rechargée. Elle demande à l’autre page ce que vous vous êtes écrit.',
        'this-page-back':
          'Cette page a été rechargée. Ce qui avait été remis est revenu ; le reste est à écrire de nouveau.',
        'this-page-empty':
          'Cette page a été rechargée : ce qui précède n’est plus affiché ici. La conversation continue.',
        'their-page-back':
          'La page de la personne qui vous écoute a été rechargée. Elle a retrouvé la conversation.',
        'their-page-empty':
          'La page de la personne qui vous écoute a été rechargée : ce qui précède n’est plus affiché chez elle.',
        'both-empty':
          'Les deux pages ont été rechargées en même temps : ce qui précède est effacé. La conversation continue.',
      },
    },
    composer: {
      ...ground.composer,
      label: 'Votre message',
      hint: 'Entrée envoie le message, Majuscule et Entrée va à la ligne.',
      full: 'Beaucoup de messages attendent d’être remis. Patientez un peu avant d’en écrire d’autres.',
    },
  },
  lost: {
    device:
      'Votre appareil n’a plus internet. Tout reprendra ici dès qu’il le retrouve, vous n’avez rien à faire. Les numéros en bas de page répondent sans internet.',
    service:
      'Notre service a un trouble passager : cela ne vient pas de vous. Tout reprendra ici de soi-même. Les numéros en bas de page répondent jour et nuit.',
    line: 'La connexion est coupée. Nous essayons de la rétablir, vous n’avez rien à faire. Les numéros en bas de page répondent sans internet.',
  },
  unreachable: {
    device:
      'Votre appareil n’a pas internet pour l’instant. Les numéros en bas de page répondent sans internet.',
    service:
      'Notre service a un trouble passager. Nous continuons d’essayer. Les numéros en bas de page répondent jour et nuit.',
    line: 'Le service ne répond pas pour l’instant. Nous continuons d’essayer. Les numéros en bas de page répondent jour et nuit.',
  },
  gone: {
    title: {
      'you-left': 'Vous avez quitté la file.',
      'you-ended': 'La conversation est terminée.',
      'listener-ended': 'La conversation est terminée.',
      'waited-too-long': 'Personne n’a pu vous répondre, et nous en sommes désolés.',
      lost: 'La connexion a été coupée trop longtemps.',
    },
    text: {
      'you-left': 'Merci d’être venu·e jusqu’ici. Vous pouvez revenir quand vous voulez.',
      'you-ended': 'Merci de nous avoir fait confiance. Vous pouvez revenir quand vous voulez.',
      'listener-ended': 'La personne qui vous écoutait y a mis fin. Vous pouvez revenir quand vous voulez.',
      'waited-too-long':
        'Vous avez attendu très longtemps, et il n’y avait pas assez de monde pour écouter. Cela ne dit rien de ce que vous vivez. D’autres personnes répondent maintenant ; vous pouvez aussi revenir ici plus tard.',
      lost: 'Nous n’avons pas pu garder votre place. Nous en sommes désolés : vous pouvez reprendre la file.',
    },
    wiped: 'Tout ce qui a été écrit est effacé de cette page.',
    turn: 'Si cela ne va pas, d’autres personnes sont là :',
    others: [
      {
        name: '3114',
        text: 'si vous pensez au suicide, ou si vous craignez pour quelqu’un. Jour et nuit, gratuit.',
        href: 'tel:3114',
      },
      { name: '15', text: 'si vous vous êtes fait du mal ou si votre vie est en danger.', href: 'tel:15' },
      { name: '112', text: 'pour toute urgence, depuis toute l’Europe.', href: 'tel:112' },
      { name: '114', text: 'par SMS, si vous ne pouvez pas parler ou entendre.', href: 'sms:114' },
    ],
    again: 'Revenir au début',
  },
  elsewhere: {
    title: 'Votre place est dans un autre onglet.',
    text: 'Vous avez ouvert Veille ailleurs dans ce navigateur. Tout continue là-bas ; vous pouvez fermer cette page.',
    here: 'Continuer ici',
  },
  unsafe: {
    title: 'Ce navigateur ne peut pas protéger ce que vous écrivez.',
    text: 'Veille chiffre chaque mot avant qu’il ne parte, et cette page ne peut pas le faire ici. Plutôt que de l’envoyer en clair, nous préférons ne rien envoyer. Essayez avec un navigateur à jour, à l’adresse qui commence par https.',
  },
  outdated: {
    title: 'Veille vient d’être mis à jour.',
    text: 'Il faut recharger la page pour continuer.',
    reload: 'Recharger la page',
  },
  nowhere: {
    title: 'Il n’y a pas de ligne à cette adresse.',
    text: 'Elle a peut-être été mal recopiée. Voyez la page d’accueil, ou appelez un des numéros ci-dessous.',
    first: 'Aller à la page d’accueil',
  },
  shut: {
    title: 'Cette page a été déconnectée.',
    text: 'Quelque chose ne s’est pas passé comme prévu. Vous pouvez recommencer depuis le début.',
  },
};
export type CallerWords = typeof words;
