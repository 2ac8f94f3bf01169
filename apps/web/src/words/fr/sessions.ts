// French: where one is signed in, and choosing another password.
import type { AccessRefusal } from '@veille/shared';

const moment = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', hour: '2-digit', minute: '2-digit' });

export const sessions = {
  title: 'Vos connexions',
  text: 'Aucune adresse n’est notée : seulement quand, et si la page a dit être sur un téléphone ou un ordinateur.',
  open: 'Voir où je suis connecté·e',
  close: 'Refermer',
  here: 'Ici, sur cette page',
  devices: { phone: 'Un téléphone', computer: 'Un ordinateur', unknown: 'Un autre navigateur' },
  since: (at: number) => `depuis ${moment.format(at)}`,
  seen: (at: number) => `vu ${moment.format(at)}`,
  end: 'Déconnecter',
  endSure: 'Oui, déconnecter',
  others: 'Déconnecter tout le reste',
  othersSure: 'Oui, tout sauf ici',
  refused: 'Cela n’a pas pu se faire. Réessayez dans un instant.',
};

export const ownPassword = {
  title: 'Votre mot de passe',
  text: 'Une fois changé, vos autres pages se ferment, et vos codes pour les ordinateurs des postes sont oubliés.',
  open: 'Changer mon mot de passe',
  present: 'Mot de passe actuel',
  next: 'Mot de passe suivant',
  rule: 'Au moins 12 caractères. Une phrase facile à retenir est le mieux.',
  change: 'Garder ce mot de passe',
  close: 'Annuler',
  done: 'C’est fait. Vos autres pages sont déconnectées.',
  refused: (why: AccessRefusal) => {
    if (why === 'refused') return 'Ce n’est pas votre mot de passe actuel.';
    if (why === 'too-fast') return 'Trop d’essais. Attendez un moment avant de recommencer.';
    return 'Le service ne répond pas. Réessayez dans un instant.';
  },
};

export const anew = {
  title: 'Un nouveau mot de passe.',
  text: 'La personne qui coordonne vous a donné ce lien. Choisissez un mot de passe que vous seul·e connaîtrez.',
  password: 'Nouveau mot de passe',
  rule: 'Au moins 12 caractères. Une phrase facile à retenir est le mieux.',
  choose: 'Choisir ce mot de passe',
  leave: 'Entrer sans changer de mot de passe',
  refused: {
    over: 'Ce lien n’est plus valable, ou n’est pas entier. Demandez-en un autre à la personne qui coordonne.',
    unavailable: 'Le service ne répond pas. Réessayez dans un instant : votre lien sert encore.',
  },
};
