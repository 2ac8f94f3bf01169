// One French sentence for each kind of entry: what a judge, or anybody, should understand of it. A kind without one is
// told in the words of docs/kept.md.
export const sentences = {
  caller:
    'La fiche d’une personne qui appelle : où elle en est, sa place, son heure d’arrivée, la langue qu’elle a demandée, et avec quel bénévole ne pas la remettre tout de suite. Un numéro tiré au hasard pour un seul passage.',
  volunteer: 'La fiche d’un·e bénévole de garde : libre, en relation, en pause, et depuis quand.',
  offer: 'Une mise en relation proposée : deux numéros et jusqu’à quand.',
  conversation:
    'Qui parle avec qui : deux numéros, l’heure du début, et à une demi-minute près quand l’un des deux a écrit. Rien de ce qui est dit.',
  tab: 'Combien de fois la page d’une personne a été ouverte.',
  callersSeen: 'Jusqu’à quand la page de chaque personne qui appelle est tenue pour ouverte.',
  volunteersSeen: 'La même chose des bénévoles.',
  queue: 'L’ordre de la file : des numéros et des places.',
  ready: 'Qui, dans la file, attend une proposition.',
  asleep: 'À qui une place est gardée pendant une absence.',
  free: 'Quels bénévoles sont libres, et depuis quand.',
  offers: 'Jusqu’à quand vaut chaque proposition.',
  epoch: 'Le nom, tiré au hasard, de cette vie de la mémoire vive, et depuis quand elle dure.',
  returned: 'Après une panne : qui a été remis à sa place, ou n’y est plus. Des numéros et une heure.',
  recent: 'Des nombres sur les deux dernières heures d’une ligne : personne n’y figure.',
  said: 'Un mot : la ligne déborde ou non, est ouverte ou non.',
  alarms: 'Les rappels automatiques : des numéros et une heure.',
  guessesOf:
    'Combien de mots de passe faux un réseau, ou un navigateur de bénévole connu, vient d’essayer sur un nom : une heure au plus.',
  guessesAt: 'Quand on vient d’essayer des mots de passe faux sur un nom de bénévole : une heure au plus.',
  networkKey:
    'Une moitié de la clé qui donne un nom aux réseaux, neuve chaque heure, partie en six heures (mesurée, non imprimée) ; l’autre moitié n’est pas dans cette mémoire.',
  met: 'Le nom brouillé du réseau de la personne qu’un·e bénévole écoute, ou vient d’écouter : dix minutes après elle au plus. Rien d’elle.',
  closures:
    'Un réseau d’où l’on ne peut pas entrer pour un temps, ou pour lequel quelqu’un l’a demandé : son nom brouillé, la ligne, le compte qui l’a demandé, jusqu’à quand.',
  networkTurns:
    'Jusqu’où va la foule d’un réseau, trois minutes au plus : un nom que partagent toutes les personnes de ce réseau, et qui ne dit ni laquelle ni d’où.',
  associations: 'Le nom des associations.',
  lines: 'Le nom et les réglages des lignes d’écoute.',
  posts: 'Le nom des postes d’écoute.',
  agreements: 'Quelles lignes une association partenaire sert aussi, et depuis quand.',
  proposal:
    'Un code en cours pour ouvrir une ligne à une association partenaire, nommé par son empreinte : le code n’est pas ici.',
  proposed: 'L’empreinte du dernier code fait pour une ligne.',
  postDevice:
    'Un ordinateur de poste : quel poste, qui l’a inscrit, quel jour, et quel jour il a servi ; nommé par l’empreinte de son jeton, qui n’est pas ici.',
  devicePeople: 'Qui est entré sur un ordinateur de poste, jusqu’à ce qu’on le retire.',
  postDevices: 'Quels ordinateurs de poste une association a, par leurs empreintes.',
  postCode:
    'Un code en cours pour inscrire un ordinateur de poste, nommé par son empreinte : le code n’est pas ici.',
  pins: 'Les codes courts d’un compte sur les ordinateurs de poste, scellés (mesurés, non imprimés).',
  account:
    'Un compte de bénévole ou de coordination : un pseudonyme, un rôle, et le sceau d’un mot de passe (mesuré, non imprimé).',
  accounts: 'La liste des comptes.',
  pseudonyms: 'À quel compte est chaque pseudonyme.',
  identities:
    'À quel compte est chaque personne du fournisseur d’identité de l’association, par une empreinte de son nom là-bas.',
  provider:
    'L’adresse du fournisseur d’identité de l’association, et notre secret chez lui, scellé (mesuré, non imprimé).',
  invitation: 'Une invitation en cours, nommée par l’empreinte de son lien : le lien lui-même n’est pas ici.',
  firstInvitation: 'L’empreinte de la toute première invitation.',
  browser:
    'Sous quels noms un navigateur de bénévole est entré, par leurs empreintes, pour 90 jours ; nommé par celle de son jeton, qui n’ouvre rien.',
  session: 'Un navigateur de bénévole connecté, nommé par l’empreinte de son jeton : le jeton n’est pas ici.',
  reset:
    'Un lien pour choisir un autre mot de passe, nommé par son empreinte : le lien lui-même n’est pas ici.',
  sessions: 'Quels navigateurs sont connectés avec un compte, par leurs empreintes.',
  counters: 'Des nombres par jour : combien de demandes, de réponses, de départs. Personne n’y figure.',
  audit:
    'Le journal des accès : quel compte a fait quoi, à quel compte ou à quelle ligne, et quand. Rien d’un appel.',
  auditChain: 'Où commence et où finit la chaîne de ce journal.',
  auditNews: 'Quels refus ont été notés dans l’heure.',
  factor:
    'La seconde preuve d’un compte : le secret scellé d’une application (mesuré, non imprimé), ou la clé publique d’une clé d’accès.',
  recovery: 'Les empreintes des codes de secours d’un compte : les codes eux-mêmes ne sont pas ici.',
  wrongFactors: 'Combien de fois la seconde preuve d’un compte vient d’être mal donnée.',
  halfSession: 'Une entrée à mi-chemin : le mot de passe était bon, la seconde preuve est attendue.',
  enrolment: 'Une seconde preuve en train d’être choisie (un secret y est scellé).',
  factorKey: 'La clé qui scelle les secrets des applications à codes (mesurée, non imprimée).',
  ticketKey: 'La clé qui scelle les tickets que gardent les onglets (mesurée, non imprimée).',
};

/** What is not in these files, and why: as important as what is. */
export const absences = [
  'Ce qui a été écrit : les mots sont scellés dans les deux navigateurs, le service les porte sans pouvoir les lire et ne les garde nulle part.',
  'Les clés des conversations : elles naissent et meurent dans les deux pages.',
  'Les adresses internet, navigateurs et appareils : ils sont oubliés à l’instant de la connexion. D’une adresse il reste, pendant le passage et quelques minutes, le nom du réseau : fait du début de l’adresse et d’une clé qu’aucun disque ne tient, il est le même pour tout un quartier.',
  'Les conversations passées : à la fin d’un passage, le geste qui laisse partir la personne efface sa fiche. Il ne reste que des nombres par jour.',
  'Un lien entre deux passages d’une même personne : chaque passage a un numéro neuf, tiré au hasard.',
  'Les tickets : ils sont dans les onglets, pas ici. Avec la clé, un ticket saisi dans un onglet dirait un numéro de passage, une place et une heure d’arrivée.',
  'Les journaux : le service n’écrit que des phrases fixes, sans nom, adresse ni numéro, sur la sortie du programme ; il ne tient aucun fichier et aucun journal de requêtes.',
  'Les sauvegardes : une copie de la mémoire gardée (data/kept), donc ce qui est listé sous « Mémoire gardée », à la date de la copie. La mémoire vive n’est sur aucun disque.',
  'La mémoire du programme pendant qu’il tourne : les connexions ouvertes, la dernière place annoncée, de quoi remettre chaque personne à sa place après une panne, et pendant quelques minutes les numéros de celles qui sont parties ; rien de ce qui est dit n’y est en clair.',
  'Ce que voient d’autres que nous : l’hébergeur et le réseau peuvent voir qu’une machine s’est connectée, et quand.',
];
