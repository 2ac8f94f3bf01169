// Every key of both stores, in one place. `docs/kept.md` says for each what it holds, for how long, and why.

/** The keys of one line in the live store: one hash tag, so that a line lives in one slot of a cluster. */
export const liveKeys = (line: string) => ({
  tag: `{${line}}`,
  epoch: `{${line}}:epoch`,
  returned: `{${line}}:returned`,
  queue: `{${line}}:queue`,
  free: `{${line}}:free`,
  asleep: `{${line}}:asleep`,
  offers: `{${line}}:offers`,
  callersSeen: `{${line}}:callers-seen`,
  volunteersSeen: `{${line}}:volunteers-seen`,
  ready: (language: string) => `{${line}}:ready:${language}`,
  caller: (id: string) => `{${line}}:caller:${id}`,
  volunteer: (id: string) => `{${line}}:volunteer:${id}`,
  offer: (id: string) => `{${line}}:offer:${id}`,
  conversation: (id: string) => `{${line}}:conversation:${id}`,
  recent: (stretch: number) => `{${line}}:recent:${stretch}`,
  said: (what: 'overflow' | 'opening') => `{${line}}:said:${what}`,
  tab: (role: 'caller' | 'volunteer', id: string) => `{${line}}:tab:${role}:${id}`,
});

/** The keys of the live store that no line owns; where somebody comes from is in them by a keyed hash, never by an address. */
export const doorKeys = {
  guessesOf: (source: string) => `{guesses}:of:${source}`,
  guessesAt: (name: string) => `{guesses}:at:${name}`,
  networkKey: (period: number) => `{networks}:key:${period}`,
  closures: (association: string) => `{networks}:closures:${association}`,
  met: (line: string, volunteer: string) => `{networks}:met:${line}:${volunteer}`,
  networkTurns: (what: string, network: string) => `{networks}:turns:${what}:${network}`,
};

/** BullMQ's own keys start with this; jobs in them carry ids and a version. */
export const alarmsPrefix = '{alarms}';

/** The keys of the kept store. */
export const keptKeys = {
  associations: 'associations',
  lines: 'lines',
  posts: (association: string) => `posts:${association}`,
  agreements: 'agreements',
  proposal: (digest: string) => `proposal:${digest}`,
  proposed: (line: string) => `proposed:${line}`,
  account: (id: string) => `account:${id}`,
  accounts: 'accounts',
  pseudonyms: (association: string) => `pseudonyms:${association}`,
  browser: (digest: string) => `browser:${digest}`,
  identities: (association: string) => `identities:${association}`,
  provider: (association: string) => `provider:${association}`,
  invitation: (digest: string) => `invitation:${digest}`,
  firstInvitation: 'first-invitation',
  factor: (account: string) => `factor:${account}`,
  recovery: (account: string) => `recovery:${account}`,
  wrongFactors: (account: string) => `wrong-factors:${account}`,
  halfSession: (digest: string) => `half-session:${digest}`,
  enrolment: (session: string) => `enrolment:${session}`,
  factorKey: 'factor-key',
  postDevice: (digest: string) => `post-device:${digest}`,
  devicePeople: (digest: string) => `device-people:${digest}`,
  postDevices: (association: string) => `post-devices:${association}`,
  postCode: (digest: string) => `post-code:${digest}`,
  pins: (account: string) => `pins:${account}`,
  reset: (digest: string) => `reset:${digest}`,
  session: (digest: string) => `session:${digest}`,
  sessions: (account: string) => `sessions:${account}`,
  counters: (line: string, day: string) => `counters:${line}:${day}`,
  ticketKey: 'ticket-key',
  audit: (association: string) => `audit:${association}`,
  auditChain: (association: string) => `audit-chain:${association}`,
  auditNews: (association: string) => `audit-news:${association}`,
};
