// Starts one node, tells whoever started it that it listens, and ends within a second when asked.
import 'reflect-metadata';
import { ConfigFault, readConfig } from './platform/config/config.js';
import { faultOf, say } from './platform/log/log.js';
import { openNode } from './veille.js';

/** The launcher hears this over its own channel: a one-time link is nothing for a log. */
const tell = (news: object): void => void process.send?.(news);

let isEnding = false;

// Node's own last words would print a message and a stack, and messages quote what they choke on.
for (const last of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(last, (error: unknown) => {
    // What was still asked of a store when this node ended is nobody's any more.
    if (isEnding) return;
    say('error', 'the service failed', faultOf(error));
    process.exit(1);
  });

try {
  const config = readConfig();
  const node = await openNode(config);
  const { firstCoordinatorLink } = node;
  tell({ ready: true, url: config.publicUrl, ...(firstCoordinatorLink && { firstCoordinatorLink }) });
  const end = () => {
    isEnding = true;
    void node.end().finally(() => process.exit(0));
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
  process.once('disconnect', end);
} catch (error) {
  say('error', 'the service could not start', faultOf(error));
  tell({ failed: reasonOf(error) });
  process.exit(1);
}

function reasonOf(error: unknown): string {
  if (error instanceof ConfigFault) return error.message;
  const code = faultOf(error).code;
  if (code === 'EADDRINUSE') return 'Le port est déjà pris : choisissez-en un autre avec PORT=3001.';
  return 'Veille ne peut pas démarrer : l’un des deux Redis ne répond pas, ou ce n’est pas un Redis 7 ou plus récent.';
}
