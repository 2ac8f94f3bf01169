// What one installation serves: associations, the lines they run, and the posts one may listen from.
import { type AssociationId, associationId, type LineId, lineId, type PlaceId, placeId } from './ids.js';
import { dayIn } from './local-time.js';
import { firstSettings, type LineSettings } from './settings.js';
import type { Instant } from './time.js';

export type Association = { readonly id: AssociationId; readonly name: string };

/** One public listening service. Its days begin and end at midnight of its own time zone. */
export type Line = {
  readonly id: LineId;
  readonly association: AssociationId;
  readonly name: string;
  /** An IANA name, e.g. `Europe/Paris`. */
  readonly timeZone: string;
  /** When it was opened; the first of an installation does not say. */
  readonly since?: Instant;
  readonly settings: LineSettings;
};

export type Post = { readonly id: PlaceId; readonly name: string };

/** A line as it is kept: only what the association chose itself. */
export type KeptLine = Omit<Line, 'settings'> & { readonly settings: Partial<LineSettings> };

/** Where nothing is kept yet, this is (AS1). */
export const firstAssociation: Association = { id: associationId('veille'), name: 'Veille' };
export const firstLine: KeptLine = {
  id: lineId('principale'),
  association: firstAssociation.id,
  name: 'Ligne principale',
  timeZone: 'Europe/Paris',
  settings: {},
};
export const firstPost: Post = { id: placeId('central'), name: 'Poste central' };

/** What is imposed goes before what the association chose, and that before what every line starts with (AS2). */
export const inForce = (line: KeptLine, imposed: Partial<LineSettings>): Line => ({
  ...line,
  settings: { ...firstSettings, ...line.settings, ...imposed },
});

/** The day it is on this line, as `yyyy-mm-dd` (CT1). */
export const dayOn = ({ timeZone }: Pick<Line, 'timeZone'>, now: Instant): string => dayIn(timeZone, now);
