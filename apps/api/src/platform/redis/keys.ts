// Every key of both stores, in one place. `docs/kept.md` says for each what it holds, for how long, and why.

/** The keys of one line in the live store: one hash tag, so that a line lives in one slot of a cluster. */
export const liveKeys = (line: string) => ({
  queue: `{${line}}:queue`,
  ready: `{${line}}:ready`,
  free: `{${line}}:free`,
  shifts: `{${line}}:shifts`,
  offers: `{${line}}:offers`,
  conversations: `{${line}}:conversations`,
  callersSeen: `{${line}}:callers-seen`,
  volunteersSeen: `{${line}}:volunteers-seen`,
  caller: (id: string) => `{${line}}:caller:${id}`,
  volunteer: (id: string) => `{${line}}:volunteer:${id}`,
  offer: (id: string) => `{${line}}:offer:${id}`,
  conversation: (id: string) => `{${line}}:conversation:${id}`,
  tab: (role: 'caller' | 'volunteer', id: string) => `{${line}}:tab:${role}:${id}`,
});

/** BullMQ's own keys start with this; jobs in them carry ids and a version. */
export const alarmsPrefix = '{alarms}';

/** The keys of the kept store. */
export const keptKeys = {
  association: (id: string) => `association:${id}`,
  line: (id: string) => `line:${id}`,
  post: (id: string) => `post:${id}`,
  posts: (association: string) => `posts:${association}`,
  account: (id: string) => `account:${id}`,
  accounts: 'accounts',
  pseudonyms: (association: string) => `pseudonyms:${association}`,
  invitation: (hash: string) => `invitation:${hash}`,
  session: (hash: string) => `session:${hash}`,
  counters: (line: string, day: string) => `counters:${line}:${day}`,
  ticketKey: 'ticket-key',
};
