// What could be handed over, as a page: what is not there first, then every entry of both stores under the sentence that explains it.
import { absences, sentences } from './sentences.mjs';

const titles = { live: 'Mémoire vive (sans disque)', kept: 'Mémoire gardée (sur disque)' };

/** Markdown. `rows`: those of docs/kept.md. */
export function pageOf({ entries, faults }, { rows, isSample, now = new Date() }) {
  const parts = [
    '# Ce que cette installation peut remettre',
    isSample
      ? 'Un exemple, fait par `npm run handover -- --sample` sur une installation neuve : une conversation en cours, une personne qui attend, une autre dont la page vient de se fermer. Une vraie installation en remet autant, sur les personnes présentes à cet instant, et rien de plus.'
      : `Lu le ${now.toISOString()} par \`npm run handover\`, en entier, dans les deux mémoires de l’installation qui tourne.`,
    'Each entry stands under its row of `docs/kept.md`, whose English words follow the French ones.',
    '## Ce qui n’y est pas, et pourquoi',
    absences.map((one) => `- ${one}`).join('\n'),
    ...(faults.length > 0 ? ['## Fautes', faults.map(faultLine).join('\n')] : []),
    ...['live', 'kept'].flatMap((store) => storeParts(store, entries, rows)),
  ];
  return `${parts.join('\n\n')}\n`;
}

const faultLine = ({ store, key, why }) => `- ${why}: \`${store}\` \`${key}\``;

function storeParts(store, entries, rows) {
  const here = entries.filter((entry) => entry.store === store);
  const names = [...new Set(here.map(({ row }) => row ?? ''))].sort();
  return [
    `## ${titles[store]}`,
    `${here.length} entrées.`,
    ...names.flatMap((name) => rowParts(name, here, rows)),
  ];
}

function rowParts(name, here, rows) {
  const row = rows.get(name);
  const all = here.filter((entry) => (entry.row ?? '') === name);
  return [
    `### ${name === '' ? 'Sans ligne dans docs/kept.md' : name}`,
    ...(sentences[name] ? [sentences[name]] : []),
    ...(row ? [`_Holds_: ${row.holds}. _Lifetime_: ${row.lifetime}.`] : []),
    ['```', ...all.map(entryLine), '```'].join('\n'),
  ];
}

const entryLine = ({ key, left, holds }) => `${key} (${endOf(left)})\n  ${JSON.stringify(holds)}`;

/** Rounded: what counts is the order of it. */
function endOf(left) {
  if (left === undefined) return 'ends with its last member, or not by itself';
  const minutes = Math.ceil(left / 60_000);
  return minutes < 120
    ? `ends by itself in ${minutes} min`
    : `ends by itself in ${Math.ceil(minutes / 60)} h`;
}
