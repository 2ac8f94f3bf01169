// The journal as a spreadsheet reads it (RFC 4180): a line a record, and no cell that a spreadsheet would run.
import type { Told } from '../access/journal.service.js';

const columns = ['number', 'at', 'did', 'by', 'to', 'of', 'what', 'seal'] as const;

export function journalCsv(records: readonly Told[]): string {
  const lines = records.map((record) => columns.map((column) => cell(valueOf(record, column))).join(','));
  return [columns.join(','), ...lines, ''].join('\r\n');
}

function valueOf(record: Told, column: (typeof columns)[number]): string {
  if (column === 'at') return new Date(record.at).toISOString();
  if (column === 'by' || column === 'to') return nameOf(record[column]);
  if (column === 'what') return (record.what ?? []).join(' ');
  return String(record[column] ?? '');
}

const nameOf = (somebody: Told['by']): string => (somebody ? (somebody.pseudonym ?? '(removed)') : '');

/** What begins like a formula is told to be text; a pseudonym is whatever its bearer wrote. */
function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
