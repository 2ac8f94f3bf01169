// What a test written in TypeScript may ask of stores.mjs.
export type StartedStore = {
  url: string;
  socket: string;
  pid: number;
  ended: Promise<{ code: number | null; signal: string | null }>;
  stop(): Promise<unknown>;
};

export function startStore(where?: { dataDir?: string }): Promise<StartedStore>;
