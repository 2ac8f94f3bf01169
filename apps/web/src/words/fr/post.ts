// French: a listening post's own computer: at the door, before a shift, and at the desk.
import type { AccessRefusal } from '@veille/shared';

const tooFast = 'Trop d’essais. Attendez une demi-minute avant de recommencer.';
const unavailable = 'Le service ne répond pas. Réessayez dans un instant.';

/** At the door: who has a PIN, and who is anybody, is never said. */
function refused(why: AccessRefusal): string {
  if (why === 'too-fast') return tooFast;
  if (why === 'signed-out') return 'Votre session est terminée. Reconnectez-vous.';
  if (why === 'unavailable') return unavailable;
  return 'Ce pseudonyme et ce code ne vont pas ensemble ici. Après cinq essais, il faut entrer avec son mot de passe.';
}

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const said = (written: string) => day.format(new Date(`${written}T12:00:00Z`));

export const post = {
  title: 'Bonjour.',
  text: (name: string) =>
    `Cet ordinateur est celui du poste «\u00a0${name}\u00a0». Entrez avec le code que vous y avez choisi\u00a0; la première fois, avec votre mot de passe.`,
  pin: 'Code à six chiffres, pour ce poste',
  byPassword: 'Entrer avec mon mot de passe',
  byPin: 'Entrer avec mon code',
  refused,
  notBecome: (why: AccessRefusal) =>
    why === 'unavailable'
      ? unavailable
      : 'Ce code n’est pas le bon, a déjà servi ou date de plus de dix minutes. Demandez-en un autre.',
  become: {
    open: 'Cet ordinateur est celui d’un poste d’écoute',
    title: 'Un ordinateur du poste.',
    text: 'La personne qui coordonne peut vous donner un code, depuis son tableau. Ici, les bénévoles de ce poste entreront ensuite plus simplement.',
    code: 'Code donné par la coordination',
    send: 'Enregistrer cet ordinateur',
    back: 'Revenir',
  },
  mine: {
    title: 'Votre code pour ce poste',
    text: {
      none: 'Choisissez six chiffres\u00a0: la prochaine fois, ils remplaceront votre mot de passe, sur cet ordinateur seulement.',
      chosen: 'Vous avez un code pour cet ordinateur. Il ne sert à rien ailleurs.',
      used: 'Vous êtes entré·e avec votre code. Pour en changer, entrez une fois avec votre mot de passe.',
    },
    open: { none: 'Choisir un code', chosen: 'Changer de code' },
    pin: 'Six chiffres, que vous seul·e connaissez',
    rule: 'Ni six fois le même, ni une suite comme 123456.',
    keep: 'Garder ce code',
    close: 'Annuler',
    forget: 'Oublier mon code ici',
    forgetSure: 'Oui, l’oublier',
  },
  from: (name: string) => `Vous écoutez depuis le poste «\u00a0${name}\u00a0».`,
};

export const devices = {
  title: 'Les ordinateurs des postes',
  text: 'Sur un ordinateur enregistré, les bénévoles de ce poste entrent avec leur mot de passe, puis avec un code à six chiffres.',
  open: 'Voir les ordinateurs enregistrés',
  close: 'Refermer',
  none: 'Aucun ordinateur n’est enregistré.',
  here: ' (celui-ci)',
  since: ({ registeredOn, usedOn, by }: { registeredOn: string; usedOn: string; by?: string }) =>
    [`depuis le ${said(registeredOn)}`, by && `par ${by}`, `servi le ${said(usedOn)}`]
      .filter(Boolean)
      .join(' · '),
  post: 'Pour le poste',
  byCode: 'Un code pour un autre ordinateur',
  registerHere: 'Enregistrer cet ordinateur-ci',
  registerHereSure: 'Oui, c’est celui du poste',
  end: 'Ne plus l’accepter',
  endSure: 'Oui, et déconnecter qui y est',
  codeTitle: 'Un code pour l’ordinateur du poste',
  codeText:
    'Sur cet ordinateur, ouvrez la page d’écoute, choisissez « Cet ordinateur est celui d’un poste d’écoute », et recopiez\u00a0:',
  validFor: (milliseconds: number) =>
    `Ce code sert une fois, dans les ${Math.round(milliseconds / 60_000)} minutes.`,
  done: 'C’est fait',
};
