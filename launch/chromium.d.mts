// What a journey written in TypeScript may ask of chromium.mjs: just what Playwright's `chromium.launch`
// takes.
export type FoundChromium = {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  version: string;
};

export function findChromium(): Promise<FoundChromium | undefined>;
export function fetchChromium(note?: (words: string) => void): Promise<FoundChromium>;
export function findOrFetchChromium(note?: (words: string) => void): Promise<FoundChromium>;
