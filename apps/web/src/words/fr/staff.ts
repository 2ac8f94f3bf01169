// French: what the two doors of the staff say about accounts.
import type { AccessRefusal, SignOnEnd } from '@veille/shared';
import { factor } from './factor.js';
import { ground } from './ground.js';
import { post } from './post.js';
import { anew, ownPassword, sessions } from './sessions.js';

const refusals: Record<AccessRefusal, string> = {
  refused: 'Ce pseudonyme et ce mot de passe ne vont pas ensemble.',
  malformed:
    'Le pseudonyme contient un caractère qui n’est pas accepté. Lettres, chiffres, espaces, points, tirets et apostrophes conviennent.',
  'signed-out': 'Votre session est terminée. Reconnectez-vous.',
  'not-allowed': 'Cela n’est pas permis avec votre accès.',
  taken: 'Ce pseudonyme est déjà pris. Choisissez-en un autre.',
  over: 'Le temps est passé. Recommencez, rien n’est perdu.',
  'last-administrator':
    'Personne d’autre n’administre cette installation : confiez-la d’abord à quelqu’un, sans quoi plus personne n’y entrerait.',
  'too-fast':
    'Trop d’essais. Attendez quelques minutes avant de recommencer. Si cela dure, un nouveau lien de la personne qui coordonne vous ouvrira.',
  unavailable: 'Le service ne répond pas. Réessayez dans un instant.',
};

export const staff = {
  ...ground,
  anew,
  sessions,
  ownPassword,
  post,
  account: {
    pseudonym: 'Pseudonyme',
    password: 'Mot de passe',
    enter: 'Entrer',
    entering: 'Un instant…',
    signIn: { title: 'Bonjour.', text: 'Entrez avec votre pseudonyme et votre mot de passe.' },
    invited: {
      title: 'Bienvenue.',
      text: 'Vous avez reçu une invitation. Choisissez un pseudonyme et un mot de passe : ils ne serviront qu’ici.',
      pseudonymRule: 'Entre 2 et 40 caractères. Ne mettez pas votre vrai nom.',
      passwordRule: 'Au moins 12 caractères. Une phrase facile à retenir est le mieux.',
      accept: 'Créer mon accès',
    },
    refused: (why: AccessRefusal) => refusals[why],
    linkFault: {
      cut: 'Ce lien d’invitation n’est pas entier. Copiez-le de nouveau jusqu’au bout, ou demandez-en un autre.',
      over: 'Cette invitation n’est plus valable. Si elle a déjà fait votre accès, entrez ici ; sinon, demandez-en une autre à la personne qui coordonne.',
    },
    already: (pseudonym: string | undefined) =>
      pseudonym === undefined ? 'J’ai déjà un accès' : `Continuer avec l’accès de ${pseudonym}`,
    signOut: 'Se déconnecter',
  },
  signOn: {
    enter: 'Entrer avec le compte de mon association',
    join: 'Créer mon accès avec le compte de mon association',
    ends: {
      refused:
        'Le compte de votre association n’ouvre pas cette porte. Si personne ne vous a encore invité·e ici, demandez un lien à la personne qui coordonne.',
      taken:
        'Ce pseudonyme, ou ce compte de votre association, a déjà un accès ici. Entrez simplement ; ou rouvrez votre lien d’invitation et choisissez un autre pseudonyme.',
      unavailable: 'Le service de connexion de votre association ne répond pas. Réessayez dans un instant.',
    } satisfies Record<Exclude<SignOnEnd, 'in' | 'half'>, string>,
  },
  factor,
  arriving: { title: 'Un instant…', text: 'Nous ouvrons la porte.' },
  stillHere:
    'Êtes-vous toujours là ? Touchez cette page ; sinon, dans cinq minutes, elle se déconnectera pour que personne d’autre ne s’en serve.',
  lost: {
    device:
      'Votre appareil n’a plus internet. Tout reprendra dès qu’il le retrouve, vous n’avez rien à faire.',
    service: 'Le service a un trouble passager : cela ne vient pas de vous. Tout reprendra de soi-même.',
    line: 'La connexion est coupée. Elle se rétablit d’elle-même, vous n’avez rien à faire.',
  },
  elsewhere: {
    title: 'Vous êtes dans un autre onglet.',
    text: 'Veille est ouvert ailleurs avec votre compte. Tout continue là-bas ; vous pouvez fermer cette page.',
    here: 'Continuer ici plutôt',
  },
  outdated: {
    title: 'Veille vient d’être mis à jour.',
    text: 'Il faut recharger la page pour continuer.',
    reload: 'Recharger la page',
  },
  shut: {
    title: 'Cette page a été déconnectée.',
    text: 'Quelque chose ne s’est pas passé comme prévu.',
    again: 'Recommencer',
  },
};
export type StaffWords = typeof staff;

const minutes = (milliseconds: number) => Math.max(1, Math.round(milliseconds / 60_000));
/** A wait as one says it: never to the second. */
export const waitSaid = (milliseconds: number) =>
  milliseconds < 60_000
    ? 'moins d’une minute'
    : minutes(milliseconds) === 1
      ? 'une minute'
      : `${minutes(milliseconds)} minutes`;
