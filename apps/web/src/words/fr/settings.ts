// French: the opening of a line and its settings, as a coordinator reads them.
import type { LineMode, LineStatus } from '@veille/shared';

type Turns = NonNullable<LineStatus['turns']>;
const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const moment = ({ days: inDays, weekday, time }: Turns) =>
  inDays === 0 ? `à ${time}` : inDays === 1 ? `demain à ${time}` : `${days[weekday] ?? ''} à ${time}`;

export const opening = {
  title: 'La ligne',
  is: {
    open: 'Ouverte.',
    closed: 'Fermée.',
    draining: 'En fin d’accueil.',
    full: 'Pleine.',
    'too-close-to-closing': 'Trop près de la fermeture pour accueillir encore.',
    hopeless: 'L’attente est trop longue pour accueillir encore.',
  } satisfies Record<LineStatus['is'], string>,
  because: {
    'by-hours': 'Elle suit ses horaires.',
    'open-now': 'Une décision remplace ses horaires, jusqu’à nouvel ordre.',
    'closed-now': 'Une décision remplace ses horaires, jusqu’à nouvel ordre.',
    draining: 'Personne de nouveau n’entre, les conversations vont à leur terme.',
  } satisfies Record<LineMode, string>,
  overflow: {
    foreseen:
      'Au rythme des deux dernières heures, la file va déborder. Des bénévoles en plus l’éviteraient.',
    started: 'La file déborde. Les bénévoles qui l’ont souhaité sont appelés.',
  },
  opens: (turns: Turns) => `Elle ouvre ${moment(turns)}.`,
  closes: (turns: Turns) => `Elle ferme ${moment(turns)}.`,
  decide: {
    'by-hours': 'Suivre les horaires',
    'open-now': 'Ouvrir maintenant',
    'closed-now': 'Fermer maintenant',
    draining: 'Ne plus accueillir',
  } satisfies Record<LineMode, string>,
  settings: 'Horaires, limites et textes',
};

const faults: Readonly<Record<string, string>> = {
  malformed: 'Cela ne se lit pas. Vérifiez ce qui est écrit.',
  'not-positive': 'Il faut un nombre plus grand.',
  'not-whole': 'Il faut un nombre.',
  'longer-than-a-grace': 'Une proposition doit être plus courte que chacun des délais de grâce.',
  'longer-than-the-caller-waits': 'Ce délai doit être plus court que les deux autres.',
  'not-below-the-cap': 'Ce nombre doit être plus petit que la limite de la file.',
  'shorter-than-the-grace': 'Cette durée doit être plus longue que le temps où une place est gardée.',
  'not-after-the-other': 'Cette durée doit être plus longue que celle de la phrase proposée.',
  'not-before-the-next': 'La réponse doit être attendue moins longtemps que l’écart entre deux demandes.',
  'shorter-than-a-ping': 'Il faut plus que l’écart entre deux demandes et le temps de répondre, ensemble.',
  'not-seven-days': 'Il faut les sept jours.',
  'not-a-day': 'Une date s’écrit comme 2026-12-25.',
  'day-twice': 'Une même nuit exceptionnelle est écrite deux fois : mettez ses horaires sur une seule ligne.',
  'not-a-time': 'Une heure s’écrit comme 20:00.',
  overlapping: 'Deux plages d’un même jour se chevauchent.',
  'never-opens': 'Avec ces horaires, la ligne n’ouvrirait jamais.',
  'not-a-page': 'L’adresse commence par https:// et tient en 200 signes.',
  empty: 'Il faut au moins une langue.',
  'too-many': 'Huit langues au plus.',
  'not-a-language': 'Une langue s’écrit par son code, comme fr, en ou ar.',
  doubled: 'Une langue est écrite deux fois.',
  'not-a-colour': 'Une couleur s’écrit comme #f3b562.',
  'too-faint':
    'Cette couleur se lirait mal sur la page. Prenez-la plus claire pour la nuit, plus sombre pour le jour.',
  'not-a-link': 'Un lien commence par tel:, sms:, mailto: ou https://.',
};

export const settings = {
  hours: 'Horaires',
  hoursHint:
    'À l’heure de la ligne, par exemple 20:00-02:00, ou deux plages séparées par une virgule. Rien : fermé ce jour-là.',
  days: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
  closedOn: 'Jours de fermeture',
  closedOnHint: 'Une date par ligne, comme 2026-12-25.',
  exceptions: 'Nuits exceptionnelles',
  exceptionsHint: 'Une date et ses horaires par ligne, comme 2026-12-24 18:00-02:00.',
  onlyIfSomeone: 'N’ouvrir que si un·e bénévole est là.',
  languages: 'Langues',
  languagesHint:
    'Celles dans lesquelles on peut être entendu, la principale d’abord, par leurs codes : fr, en, ar. Huit au plus.',
  limits: 'Limites',
  numbers: {
    hopelessAfter: {
      label: 'Attente la plus longue',
      hint: 'En minutes. Au-delà, on le dit avant d’entrer.',
    },
    waitLimit: {
      label: 'Attente sans réponse, au plus',
      hint: 'En minutes. Au-delà, la page le dit et propose d’autres aides. 0 : jamais.',
    },
    hardCap: { label: 'Limite de la file', hint: 'Nombre de personnes.' },
    recallAbove: { label: 'Débordement au-dessus de', hint: 'Personnes qui attendent.' },
    stillThere: {
      label: 'Temps pour répondre à «\u00a0êtes-vous là\u00a0»',
      hint: 'En secondes. 0 : la question n’est pas posée.',
    },
    offerStands: { label: 'Durée d’une proposition', hint: 'En secondes.' },
    missesBeforeAway: { label: 'Propositions manquées avant l’absence', hint: 'Nombre de suite.' },
    pairRests: { label: 'Après un refus, pas la même paire pendant', hint: 'En minutes.' },
    breather: { label: 'Pause après une écoute', hint: 'En minutes.' },
    callerGrace: { label: 'Place gardée pour un onglet disparu', hint: 'En minutes.' },
    conversationGrace: { label: 'Conversation gardée pour la personne', hint: 'En minutes.' },
    volunteerGrace: { label: 'Conversation gardée pour le ou la bénévole', hint: 'En minutes.' },
    awayTold: {
      label: 'Absence du ou de la bénévole, dite après',
      hint: 'En secondes. 0 : la personne le sait aussitôt.',
    },
    silenceNudge: { label: 'Silence : une phrase est proposée après', hint: 'En minutes.' },
    silenceAsk: {
      label: 'Silence : «\u00a0vous êtes là\u00a0» après',
      hint: 'En minutes. Rien ne s’arrête de soi-même.',
    },
    pingEvery: { label: 'Signe de vie demandé à chaque page toutes les', hint: 'En secondes.' },
    pingWithin: {
      label: 'Réponse attendue sous',
      hint: 'En secondes. Une page figée garde sa connexion : sans réponse, elle est fermée.',
    },
    callerLease: {
      label: 'Sans signe de vie, la personne est absente après',
      hint: 'En secondes, pour une page dont plus rien ne parvient.',
    },
    volunteerLease: {
      label: 'Sans signe de vie, le ou la bénévole est absent·e après',
      hint: 'En secondes. Personne ne lui est proposé ensuite.',
    },
  },
  imposed: 'Fixé par l’installation\u00a0: ce qui est choisi ici n’a pas d’effet.',
  own: 'Page d’accueil',
  welcomeText: 'Ce que dit la page d’accueil en premier',
  welcomeTextHint: 'En une ou deux phrases : qui écoute ici. Rien : les mots de Veille seuls.',
  accentNight: 'Couleur de nuit',
  accentNightHint: 'Claire, sur un fond sombre, comme #f3b562. Rien : celle de Veille.',
  accentDay: 'Couleur de jour',
  accentDayHint: 'Sombre, sur un fond clair, comme #84470a. Rien : celle de Veille.',
  texts: 'Page de fermeture',
  closedText: 'Ce que dit la page quand la ligne est fermée ou pleine',
  closedTextHint: 'Rien : les mots de Veille.',
  elsewhere: 'Vers qui se tourner',
  elsewhereHint: 'Une ligne chacun : nom | pour qui | lien, comme tel:0123456789. Rien : ceux de Veille.',
  exit: 'Sortie rapide',
  exitTo: 'La page qui remplace Veille',
  exitToHint:
    'Une adresse qui commence par https:// et n’étonne personne, comme une météo ou un journal. Rien : la météo.',
  why: (why: string) => faults[why] ?? 'Cela ne tient pas.',
  fieldOf: (field: string): string => {
    const { numbers } = settings;
    const known: Readonly<Record<string, string>> = {
      ...Object.fromEntries(Object.entries(numbers).map(([name, { label }]) => [name, label])),
      hours: settings.hours,
      languages: settings.languages,
      welcomeText: settings.welcomeText,
      accentNight: settings.accentNight,
      accentDay: settings.accentDay,
      closedText: settings.closedText,
      elsewhere: settings.elsewhere,
      exitTo: settings.exitTo,
    };
    return known[field] ?? field;
  },
  refused: (field: string) => 'Rien n’a été changé. À revoir : ' + field + '.',
  kept: 'C’est enregistré. Toutes les pages le sauront dans quelques secondes.',
  keep: 'Enregistrer',
  close: 'Fermer sans enregistrer',
};
