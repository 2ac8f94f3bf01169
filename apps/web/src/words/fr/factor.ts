// French: what is said about the second factor, which nobody here calls that.
import type { AccessRefusal } from '@veille/shared';

type NotProven = AccessRefusal | 'no';
const tooFast = 'Trop d’essais. Attendez quelques minutes avant de recommencer.';
const unavailable = 'Le service ne répond pas. Réessayez dans un instant.';

/** The rest cannot happen here, and is said all the same. */
const said = (words: { refused: string; no: string }) => (why: NotProven) => {
  if (why === 'too-fast') return tooFast;
  return why === 'refused' || why === 'malformed' || why === 'no'
    ? words[why === 'no' ? 'no' : 'refused']
    : unavailable;
};

export const factor = {
  prove: {
    title: 'Encore une étape.',
    totp: 'Ouvrez l’application de codes sur votre téléphone, et recopiez les six chiffres qu’elle affiche pour Veille.',
    passkey:
      'Confirmez que c’est bien vous, avec l’appareil que vous avez choisi : son code, votre empreinte ou votre visage.',
    recovery: 'Écrivez l’un des codes de secours que vous avez notés. Chacun ne sert qu’une fois.',
    code: 'Code à six chiffres',
    recoveryCode: 'Code de secours',
    enter: 'Entrer',
    usePasskey: 'Confirmer que c’est moi',
    wait: 'Un instant…',
    lost: 'Je ne l’ai pas sous la main',
    found: 'Finalement, je l’ai',
    back: 'Revenir au mot de passe',
    wrong: {
      totp: said({
        refused: 'Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant, puis recopiez-le.',
        no: unavailable,
      }),
      passkey: said({
        refused:
          'Cet appareil n’est pas celui que vous avez choisi. Réessayez, ou prenez un code de secours.',
        no: 'Votre appareil n’a pas pu confirmer. Réessayez, ou prenez un code de secours.',
      }),
      recovery: said({
        refused: 'Ce code de secours n’est pas le bon, ou il a déjà servi. Prenez-en un autre.',
        no: unavailable,
      }),
    },
  },
  enrol: {
    title: 'Protégeons votre accès.',
    text: 'Un mot de passe peut se deviner. Une seconde preuve, que vous seul·e avez, protège les personnes qui vous parlent. Choisissez celle qui vous va ; vous pourrez en changer.',
    passkey: {
      name: 'Cet appareil',
      text: 'Son code, votre empreinte ou votre visage, comme pour le déverrouiller. Le plus simple.',
    },
    totp: {
      name: 'Une application de codes',
      text: 'Sur votre téléphone, elle affiche six chiffres à recopier. Marche depuis n’importe quel ordinateur.',
    },
    wait: 'Un instant…',
    app: {
      title: 'Avec votre téléphone.',
      steps: [
        'Si vous n’en avez pas, installez une application de codes : par exemple Aegis, FreeOTP ou 2FAS.',
        'Dans l’application, ajoutez un compte et visez ce dessin.',
        'Recopiez ici les six chiffres qu’elle affiche.',
      ],
      picture: 'Dessin à viser avec l’application de codes',
      key: 'Le dessin ne passe pas ? Tapez cette clé dans l’application :',
      confirm: 'Confirmer',
      another: 'Choisir autre chose',
      trial: {
        text: 'Vous essayez Veille sur cet ordinateur, sans téléphone sous la main ? Cette page peut lire le code à votre place. Pour revenir plus tard, vous aurez les codes de secours.',
        go: 'Continuer sans téléphone, pour un essai',
      },
    },
    wrong: said({
      refused:
        'Cela n’a pas marché : le code n’est pas le bon, ou il vient de changer. Recopiez celui qui s’affiche maintenant.',
      no: 'Votre appareil n’a pas pu le faire. Réessayez, ou prenez l’application de codes.',
    }),
    codes: {
      title: 'Notez vos codes de secours.',
      text: 'Si un jour votre téléphone est perdu ou changé, chacun de ces codes ouvre la porte une fois. Ils ne seront plus jamais montrés : écrivez-les sur un papier, gardé chez vous.',
      copy: 'Copier',
      copied: 'Copié',
      done: 'Je les ai notés',
    },
  },
  own: {
    title: 'Votre seconde preuve',
    is: {
      passkey: 'Cet appareil, ou un autre que vous avez choisi : son code, votre empreinte ou votre visage.',
      totp: 'Une application de codes, sur votre téléphone.',
    },
    none: 'Vous n’en avez pas encore. Elle protège votre accès, et permet d’écouter aussi de chez vous.',
    byProvider:
      'Vous entrez par votre association : c’est elle qui vérifie que c’est bien vous. Il n’y a rien à régler ici.',
    left: (codes: number) => {
      if (codes === 0) return 'Il ne vous reste aucun code de secours.';
      return codes === 1 ? 'Il vous reste un code de secours.' : `Il vous reste ${codes} codes de secours.`;
    },
    few: 'Faites-en de nouveaux maintenant, tant que tout marche : le jour où votre appareil est perdu, ils ouvrent la porte.',
    renew: 'Faire de nouveaux codes de secours',
    change: 'Changer de seconde preuve',
    choose: 'En choisir une',
    cancel: 'Annuler',
    prove: {
      title: 'Est-ce bien vous ?',
      confirm: 'Confirmer',
    },
    choosing: {
      title: 'Choisir une autre preuve.',
      first: 'Choisir une seconde preuve.',
      text: 'L’actuelle reste la bonne jusqu’à ce que la nouvelle ait répondu. Choisissez celle qui vous va.',
      firstText: 'Un mot de passe peut se deviner ; elle, vous seul·e l’avez. Choisissez celle qui vous va.',
    },
    making: {
      title: 'Et maintenant, le nouvel appareil.',
      text: 'Il va vous demander son code, votre empreinte ou votre visage. C’est avec lui que vous entrerez désormais.',
      first: {
        title: 'Et maintenant, votre appareil.',
        text: 'Il va vous demander son code, votre empreinte ou votre visage. C’est lui qui protégera votre accès.',
      },
      go: 'Choisir cet appareil',
    },
    needsPassword: {
      title: 'Votre mot de passe, d’abord.',
      text: 'Ainsi, personne d’autre à cet ordinateur ne peut choisir une seconde preuve à votre place.',
      go: 'Continuer',
      wrong: said({ refused: 'Ce n’est pas votre mot de passe. Rien n’est changé.', no: unavailable }),
    },
    ended: {
      done: 'C’est fait. Les anciens codes de secours ne servent plus : jetez-les.',
      first: 'C’est fait : votre accès est mieux protégé.',
      over: 'Le temps est passé, et rien n’est changé. Vous pouvez recommencer.',
      failed: 'Cela n’a pas pu se faire, et rien n’est changé. Réessayez dans un instant.',
    },
  },
};
