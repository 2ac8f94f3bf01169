// One line of a conversation as the log shows it.
export type LogLine =
  | { key: string; by: 'me'; text: string; progress: 'sending' | 'sent' | 'late' | 'delivered' }
  /** `shown` is called once, when the line stands in the page. */
  | { key: string; by: 'them'; text: string; shown: () => void }
  | { key: string; by: 'page'; note: PageNote };

/** One of the two pages was loaded anew. */
export type PageNote =
  | 'this-page-asks'
  | 'this-page-back'
  | 'this-page-empty'
  | 'their-page-back'
  | 'their-page-empty'
  | 'both-empty';

export type LogWords = {
  log: string;
  me: string;
  them: string;
  progress: { sending: string; sent: string; late: string; delivered: string };
  reloaded: Record<PageNote, string>;
};
