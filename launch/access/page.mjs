// The page that says who may ask what, made of the tables alone: deeds and how far they reach, routes, and events by state.

const ranks = ['volunteer', 'post-coordinator', 'coordinator', 'administrator'];
const named = {
  volunteer: 'volunteer',
  'post-coordinator': 'coordinator of a post',
  coordinator: 'coordinator of an association',
  administrator: 'administrator',
};
const states = {
  caller: ['outside', 'waiting', 'asked', 'offered', 'asleep', 'talking'],
  listen: ['off', 'free', 'offered', 'talking', 'breather', 'away'],
  desk: ['here'],
};

const row = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function deedTable(deeds) {
  const all = [...new Set(ranks.flatMap((rank) => Object.keys(deeds[rank])))];
  const rows = all.map((deed) => [`\`${deed}\``, ...ranks.map((rank) => deeds[rank][deed] ?? '—')]);
  return table(['deed', ...ranks.map((rank) => named[rank])], rows);
}

function routeTable(routes, deeds) {
  const rows = Object.entries(routes).map(([route, asker]) => {
    if (asker === 'anybody') return [`\`${route}\``, 'anybody', ''];
    if (asker === 'somebody') return [`\`${route}\``, 'whoever is signed in, of themselves', ''];
    const may = ranks.filter((rank) => asker.some((deed) => deed in deeds[rank]));
    return [
      `\`${route}\``,
      may.map((rank) => named[rank]).join(', '),
      asker.map((d) => `\`${d}\``).join(', '),
    ];
  });
  return table(['route', 'who', 'by which deed'], rows);
}

function eventTable(rows, all) {
  const said = ({ during, otherwise }, state) =>
    during === 'always' || during.includes(state) ? 'yes' : `\`${otherwise}\``;
  return table(
    ['event', ...all],
    Object.entries(rows).map(([event, one]) => [`\`${event}\``, ...all.map((state) => said(one, state))]),
  );
}

const title = { caller: 'Callers', listen: 'Volunteers', desk: 'Desks' };
const entered = (face, deed) =>
  deed === 'anybody' ? `Anybody enters \`/${face}\`.` : `Who may \`${deed}\` enters \`/${face}\`.`;

/** Every row of every table; nothing here knows a rule of its own. */
export function pageOf({ deeds, events, faces, routes }) {
  const doors = Object.keys(faces).flatMap((face) => [
    `## ${title[face]}`,
    `${entered(face, faces[face])} An event of another face is refused as \`unknown\`, as is one that is of none.`,
    eventTable(events[face], states[face]),
  ]);
  return [
    '# Who may ask what',
    'Printed by `npm run access` from `libs/domain/src/access.ts` and `apps/api/src/faces/allowed.ts`; `npm run check` fails when it differs. What does not stand here is refused to everybody (AW1, AW2).',
    '## Deeds',
    'How far each carries: to one’s own post, to one’s own association, or anywhere in the installation (TN1).',
    deedTable(deeds),
    '## Over HTTP',
    'Without a session: `signed-out`. Without the deed, or out of its reach: `not-allowed`.',
    routeTable(routes, deeds),
    ...doors,
    '',
  ].join('\n\n');
}
