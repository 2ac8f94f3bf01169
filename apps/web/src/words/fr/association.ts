// French: an association, its lines and its posts, as a coordinator reads them; and how an administrator makes another.

const faults: Readonly<Record<string, string>> = {
  malformed: 'Il manque quelque chose ici, ou c’est trop long (60 signes au plus).',
  taken: 'C’est déjà pris. Choisissez autre chose.',
  reserved: 'Ce mot est réservé. Choisissez autre chose.',
  'not-an-address':
    'Une adresse commence par une lettre, puis des lettres sans accent, des chiffres ou des tirets.',
  'not-a-time-zone': 'Ce fuseau n’est pas connu. Par exemple\u00a0: Europe/Paris, Indian/Reunion.',
  'too-many': 'Il y en a déjà autant que possible.',
};

export const association = {
  lines: 'Les lignes',
  shown: 'Ligne montrée',
  posts: 'Les postes d’écoute',
  addPost: 'Ajouter un poste',
  addLine: 'Ouvrir une autre ligne',
  mine: 'L’association',
  all: {
    title: 'Les associations de cette installation',
    text: 'Chacune a ses lignes, ses postes et ses bénévoles, et ne voit rien des autres. Vous ne voyez ici que leurs noms.',
    add: 'Créer une association',
    founded: (name: string) => `${name} est créée. Il reste à inviter la personne qui la coordonnera.`,
    invite: 'Inviter sa coordination',
    inviteTo: (name: string) => `Inviter la coordination\u00a0: ${name}`,
  },
  form: {
    title: {
      post: 'Un poste de plus',
      line: 'Une ligne de plus',
      association: 'Une association de plus',
    },
    fields: {
      name: { label: 'Nom de l’association', hint: 'Comme on l’appelle.' },
      association: { label: 'Son adresse', hint: '' },
      post: { label: 'Poste d’écoute', hint: 'Le nom du lieu où l’on écoute.' },
      lineName: { label: 'Nom de la ligne', hint: 'Les personnes qui appellent le lisent.' },
      line: { label: 'Adresse de la ligne', hint: '' },
      timeZone: { label: 'Fuseau horaire', hint: 'Celui des horaires de la ligne, comme Europe/Paris.' },
    },
    address: (path: string) => `Laissez vide pour ${path}`,
    addressRule: 'Des lettres sans accent, des chiffres, des tirets.',
    keep: { post: 'Ajouter ce poste', line: 'Ouvrir cette ligne', association: 'Créer cette association' },
    close: 'Annuler',
    why: (why: string) => faults[why] ?? 'Cela ne tient pas.',
  },
};
export type AssociationWords = typeof association;
