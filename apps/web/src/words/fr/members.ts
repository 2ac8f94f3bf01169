// French: who may enter, and the journal of what was done about it.
import type { Role } from '@veille/shared';

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'medium', timeStyle: 'short' });

const deeds: Readonly<Record<string, string>> = {
  'account-made': 'a créé son accès',
  'signed-in': 'est entré·e',
  'sign-in-refused': 'entrée refusée',
  'link-refused': 'lien refusé : faux, utilisé ou trop ancien',
  'factor-enrolled': 'a choisi sa seconde preuve',
  'factor-replaced': 'a changé de seconde preuve',
  'factor-refused': 'seconde preuve refusée',
  'factor-removed': 'seconde preuve retirée',
  'recovery-code-used': 'est entré·e avec un code de secours',
  'recovery-codes-made': 'a fait de nouveaux codes de secours',
  'sessions-ended': 'a déconnecté ses autres appareils',
  invited: 'a fait un lien d’invitation',
  suspended: 'a suspendu',
  restored: 'a rétabli',
  removed: 'a supprimé',
  reset: 'a donné un lien de nouveau mot de passe à',
  'password-chosen': 'a choisi un nouveau mot de passe',
  'role-changed': 'a changé le rôle de',
  'device-code-made': 'a fait un code pour l’ordinateur d’un poste',
  'device-registered': 'a enregistré l’ordinateur d’un poste',
  'device-ended': 'a retiré l’ordinateur d’un poste',
  'pin-chosen': 'a choisi un code pour l’ordinateur de son poste',
  'pin-refused': 'code de poste refusé',
  'pin-dropped': 'code de poste oublié',
  'reach-refused': 'a demandé ce qui n’est pas permis',
  'settings-changed': 'a changé des réglages',
  'mode-changed': 'a décidé de l’ouverture',
  'association-founded': 'a créé une association',
  'line-added': 'a ouvert une ligne',
  'post-added': 'a ajouté un poste',
  'line-proposed': 'a fait un code pour ouvrir une ligne à une association partenaire',
  'proposal-taken-back': 'a retiré le code d’une ligne',
  agreed: 'a conclu un accord avec une association partenaire',
  'agreement-ended': 'a mis fin à un accord avec une association partenaire',
  'network-asked': 'a demandé de fermer la porte à un réseau',
  'network-closed': 'a fermé la porte à un réseau',
  'network-opened': 'a rouvert la porte à un réseau, ou écarté une demande',
  disclosed: 'tout ce qui est gardé a été lu sur la machine',
  exported: 'a emporté le journal',
};
const words: Readonly<Record<string, string>> = {
  totp: 'application de codes',
  passkey: 'appareil',
  wrong: 'fausse',
  'too-fast': 'trop d’essais',
  volunteer: 'bénévole',
  coordinator: 'coordination',
  administrator: 'administration',
  'open-now': 'ouverte',
  'closed-now': 'fermée',
  draining: 'fin d’accueil',
  'by-hours': 'selon les horaires',
  'by-code': 'avec un code',
  partner: 'code d’un accord',
  gone: 'faux, utilisé ou trop ancien',
  'own-line': 'ligne de l’association elle-même',
  'agreed-already': 'accord déjà conclu',
  'too-many': 'trop de partenaires',
};
/** What the other side of an agreement did has nobody here. */
const partners = ['agreed', 'agreement-ended'];
/** Strangers' attempts are nobody's; what the machine's operator did has no account. */
const strangers = ['sign-in-refused', 'link-refused', 'pin-refused', 'pin-dropped', 'disclosed'];

export const members = {
  title: 'Bénévoles et coordination',
  text: 'Qui peut entrer, parmi les personnes que vous coordonnez. Rien ici ne dit ce qu’elles ont entendu.',
  open: 'Voir qui peut entrer',
  close: 'Refermer',
  me: ' (vous)',
  roles: {
    volunteer: 'bénévole',
    coordinator: 'coordination',
    administrator: 'administration',
  } satisfies Record<Role, string>,
  suspended: 'suspendu·e',
  seenOn: (written: string) => `vu·e le ${day.format(new Date(`${written}T12:00:00Z`))}`,
  neverSeen: 'jamais vu·e',
  reset: 'Nouveau mot de passe',
  resetSure: 'Oui, faire un lien',
  resetFor: (pseudonym: string) => `Un nouveau mot de passe pour ${pseudonym}`,
  resetText:
    'Avec ce lien, et une seule fois, cette personne choisit son mot de passe. Vous ne le verrez jamais. Ses pages ouvertes se fermeront alors.',
  resetLink: 'Lien de nouveau mot de passe',
  suspend: 'Suspendre',
  suspendSure: 'Oui, suspendre',
  restore: 'Rétablir',
  restoreSure: 'Oui, rétablir',
  demote: 'Rendre bénévole',
  demoteSure: 'Oui, sans coordination',
  remove: 'Supprimer',
  removeSure: 'Oui, supprimer cet accès',
};

export const journal = {
  title: 'Journal',
  text: 'Qui a fait quoi, sur quel accès ou quel réglage, depuis un an. Rien d’un appel n’y est écrit.',
  open: 'Lire le journal',
  more: 'Plus ancien',
  csv: 'Emporter (tableur)',
  json: 'Emporter (JSON)',
  removed: 'un accès supprimé depuis',
  nobody: (did: string) => {
    if (strangers.includes(did)) return undefined;
    return partners.includes(did) ? 'L’association partenaire' : 'L’administration de l’installation';
  },
  deeds: (did: string) => deeds[did] ?? did,
  words: (what: readonly string[]) => what.map((word) => words[word] ?? word),
  when: (at: number) => moment.format(at),
};
