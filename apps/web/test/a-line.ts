// The line as a page finds it, for a test.
import type { LineStatus } from '@veille/shared';

export const anOpenLine: LineStatus = {
  is: 'open',
  band: 'under-10',
  turns: null,
  today: null,
  languages: [{ tag: 'fr', spoken: true }],
  name: 'Ligne principale',
  welcomeText: '',
  accentNight: '',
  accentDay: '',
  closedText: '',
  elsewhere: [],
  exitTo: '',
};
