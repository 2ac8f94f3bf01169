// The rules of the house, pure: nothing here reads a clock, a store or a socket.
export * from './access.js';
export * from './association.js';
export * from './conversation.js';
export * from './counters.js';
export * from './erlang-a.js';
export * from './ids.js';
export * from './invariants.js';
export * from './line.js';
export * from './live-line.js';
export * from './local-time.js';
export * from './offer.js';
export * from './opening.js';
export * from './overflow.js';
export * from './presence.js';
export * from './settings.js';
export * from './time.js';
export * from './volunteer.js';
