// French: what more than one face says. Another language is the same files in a folder of its own, held to the same types.
export const ground = {
  language: 'fr',
  brand: 'Veille',
  discreetTitle: 'Veille',
  numbers: {
    label: 'Numéros d’urgence, jour et nuit',
    each: [
      { number: '3114', word: 'suicide', more: 'appeler la prévention du suicide', href: 'tel:3114' },
      { number: '15', word: 'Samu', more: 'appeler les urgences médicales', href: 'tel:15' },
      { number: '112', word: 'urgences', more: 'appeler toutes les urgences', href: 'tel:112' },
      {
        number: '114',
        word: 'par SMS',
        more: 'écrire aux urgences, pour personnes sourdes ou malentendantes',
        href: 'sms:114',
      },
    ],
  },
  composer: {
    send: 'Envoyer',
    parts: (count: number) => `C’est un long texte. Il partira en ${count} messages.`,
    tooLong: 'Une partie de ce texte n’a pas pu partir. Essayez de l’envoyer en plusieurs fois.',
  },
  log: {
    log: 'Conversation',
    me: 'Vous :',
    progress: { sending: 'envoi…', sent: 'envoyé', late: 'pas encore remis', delivered: 'remis ✓' },
  },
};
export type GroundWords = typeof ground;
