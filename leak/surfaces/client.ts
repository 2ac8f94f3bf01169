// The search's own connection to a store: it looks, does not insist, and is silent when the store is gone.
import { Redis } from 'ioredis';

export const clientOf = ({ socket }: { readonly socket: string }): Redis =>
  new Redis({ path: socket, maxRetriesPerRequest: null, retryStrategy: () => null }).on(
    'error',
    () => undefined,
  );
