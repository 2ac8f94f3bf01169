// What a command written in TypeScript may ask of steps.mjs.
type Note = (words: string) => void;
export function createSteps(
  out?: NodeJS.WriteStream,
): <T>(label: string, work: (note: Note) => Promise<T>, describe?: (result: T) => string) => Promise<T>;
