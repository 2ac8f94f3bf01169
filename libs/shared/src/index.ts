// The wire: everything a face may say and hear. The only barrel of the project.
export * from './access.js';
export * from './caller.js';
export * from './closing.js';
export * from './conversation.js';
export * from './counted.js';
export * from './desk.js';
export * from './desk-association.js';
export * from './desk-line.js';
export * from './factor.js';
export * from './held.js';
export * from './limits.js';
export * from './line.js';
export * from './listen.js';
export * from './presence.js';
export * from './refusal.js';
export * from './sign-on.js';
export * from './version.js';
