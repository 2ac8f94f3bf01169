// What a test written in TypeScript may ask of stores.mjs.
export type FoundRedis = { command: string; env: Record<string, string>; version: string; fetched: boolean };
export type StartedStore = {
  url: string;
  folder: string;
  socket: string;
  pid: number;
  ended: Promise<{ code: number | null; signal: string | null }>;
  stop(): Promise<unknown>;
};
export type StartedStores = {
  live: StartedStore;
  kept: StartedStore;
  env: { REDIS_LIVE_URL: string; REDIS_KEPT_URL: string };
  ended: Promise<unknown>;
  stop(): Promise<unknown>;
};

export function findRedis(): Promise<FoundRedis | undefined>;
export function fetchRedis(note?: (words: string) => void): Promise<FoundRedis>;
export function startStore(where?: {
  dataDir?: string;
  redis?: FoundRedis;
  folder?: string;
}): Promise<StartedStore>;
export function startStores(where: { dataDir: string; redis?: FoundRedis }): Promise<StartedStores>;
