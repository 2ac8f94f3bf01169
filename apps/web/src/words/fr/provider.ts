// French: choosing the association's own provider, as a coordinator reads it.
import type { AccessRefusal } from '@veille/shared';

const refusals: Partial<Record<AccessRefusal, string>> = {
  malformed: 'L’adresse commence par https://, et le secret compte au moins 8 caractères.',
  'last-administrator':
    'Plus aucun administrateur ne pourrait entrer. Gardez d’abord un accès par mot de passe. Rien n’a été changé.',
  unavailable: 'Personne ne répond à cette adresse comme le ferait votre fournisseur. Rien n’a été changé.',
};

export const provider = {
  title: 'Comptes de l’association',
  text: 'Si votre association a déjà un service de connexion (OpenID Connect), ses bénévoles peuvent entrer par là, sans autre mot de passe. Il faut toujours une invitation.',
  none: 'Aucun service de connexion n’est choisi.',
  is: (issuer: string, clientId: string) =>
    `On entre aussi par ${issuer}, où Veille s’appelle «\u00a0${clientId}\u00a0».`,
  open: 'Choisir un service de connexion',
  change: 'En choisir un autre',
  issuer: 'Adresse du service',
  issuerHint: 'Telle que son administrateur la donne, par exemple https://comptes.association.example',
  clientId: 'Nom de Veille chez lui',
  clientSecret: 'Secret de Veille chez lui',
  clientSecretHint: 'Il est scellé, et ne sera plus jamais montré.',
  back: 'Adresse de retour, à donner à son administrateur',
  keep: 'Choisir ce service',
  keeping: 'Un instant, nous lui parlons…',
  cancel: 'Laisser comme c’est',
  end: 'Ne plus entrer par là',
  sure: 'Vraiment ? Appuyez encore',
  refused: (why: AccessRefusal, otherwise: string) => refusals[why] ?? otherwise,
};
