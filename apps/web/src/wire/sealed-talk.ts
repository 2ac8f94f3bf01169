// All that only a conversation needs, in one piece, so that it can be loaded while one waits (FA10).
export { makeSeals } from './envelope.js';
export { Sight } from './sight.js';
export { Talk } from './talk.svelte.js';
