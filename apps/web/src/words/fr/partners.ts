// French: agreements with partners, as the two coordinations read them.
import type { AgreementTold } from '@veille/shared';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' });
const hoursSaid = (milliseconds: number) => {
  const hours = Math.max(1, Math.round(milliseconds / 3_600_000));
  return `${hours} heure${hours > 1 ? 's' : ''}`;
};

const faults: Readonly<Record<string, string>> = {
  gone: 'Ce code n’ouvre rien\u00a0: il est faux, retiré, déjà utilisé ou trop ancien. Demandez-en un autre.',
  'own-line': 'Ce code ouvre une de vos propres lignes. Il est pour l’autre association.',
  'agreed-already': 'Vos bénévoles écoutent déjà sur cette ligne.',
  'too-many': 'Cette ligne a déjà autant d’associations partenaires que possible.',
};

export const partners = {
  title: 'Les associations partenaires',
  text: 'Une autre association peut écouter sur une de vos lignes, ou vous sur une des siennes. Ni l’une ni l’autre ne voit rien de plus, et chacune peut y mettre fin quand elle veut.',
  none: 'Aucun accord pour le moment.',
  own: ({ with: name, since }: AgreementTold) => `${name} y écoute aussi, depuis le ${day.format(since)}`,
  theirs: ({ with: name, since }: AgreementTold) =>
    `Une ligne de ${name}. Vos bénévoles peuvent y écouter depuis le ${day.format(since)}`,
  end: 'Mettre fin à l’accord',
  endSure: 'Oui, y mettre fin',
  inPeace: 'Quand un accord prend fin, les conversations en cours vont jusqu’au bout.',
  pending: (milliseconds: number) => `Un code attend d’être apporté, encore ${hoursSaid(milliseconds)}`,
  takeBack: 'Retirer ce code',
  line: 'Ouvrir la ligne',
  propose: 'Faire un code pour une partenaire',
  codeTitle: 'Un code pour l’association partenaire',
  codeText: (line: string) =>
    `Donnez-le, par un moyen sûr, à la personne qui coordonne l’autre association. Elle l’écrit sur son tableau, au même endroit, et ses bénévoles peuvent écouter sur «\u00a0${line}\u00a0». Vous verrez ici le nom de l’association qui l’aura apporté.`,
  validFor: (milliseconds: number) =>
    `Ce code sert une seule fois, dans les ${hoursSaid(milliseconds)}, et n’est montré qu’ici. Un code fait avant pour cette ligne ne sert plus.`,
  done: 'C’est fait',
  bring: 'J’ai reçu un code',
  brought: 'Code donné par l’autre association',
  broughtHint: 'Seize lettres et chiffres, avec ou sans tirets.',
  accept: 'Accepter l’accord',
  cancel: 'Annuler',
  accepted:
    'C’est conclu. Cette ligne est proposée à vos bénévoles dès que leur page d’écoute s’ouvre à nouveau.',
  why: (why: string) => faults[why] ?? 'Cela ne tient pas.',
};
