// French: the quick exit, and what it cannot erase.
const weather = 'https://www.meteofrance.com';

export const exit = {
  press: 'Sortir vite',
  /** What takes the place of the page, as one says it. `to` is empty or undefined for the page of the house. */
  site: (to: string | undefined) =>
    to ? `le site ${/^https:\/\/([^/:?#]+)/i.exec(to)?.[1] ?? to}` : 'la météo',
  more: (site: string) => `cette page s’efface, ${site} prend sa place`,
  leaving: 'Vous quittez cette page.',
  title: 'Un instant…',
  to: weather,
  limits: (site: string) =>
    `«\u00a0Sortir vite\u00a0», ou trois fois la touche Majuscule, efface cette page et met ${site} à sa place. Ce que nous ne pouvons pas effacer\u00a0: l’historique de votre navigateur, et ce que voient votre réseau ou un logiciel espion.`,
};
