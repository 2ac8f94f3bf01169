// The only reader of the environment: one schema, one frozen object, every fault listed at once at boot.
import * as v from 'valibot';

const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number), v.maxValue(65_535));
const redisUrl = v.pipe(v.string(), v.regex(/^(rediss?:\/\/\S+|unix:\/\/\/\S+)$/));
const secondsOrNone = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}(\.\d{1,3})?$/),
  v.transform((text) => Math.round(Number(text) * 1_000)),
);
const seconds = v.pipe(secondsOrNone, v.minValue(1));

const Environment = v.object({
  NODE_ENV: v.optional(v.picklist(['development', 'test', 'production']), 'production'),
  PORT: v.optional(port, '3000'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.url())),
  REDIS_LIVE_URL: redisUrl,
  REDIS_KEPT_URL: redisUrl,
  TICKET_KEY: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))),
  FACTOR_KEY: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))),
  PROXY_DEPTH: v.optional(v.pipe(v.string(), v.regex(/^[0-9]$/), v.transform(Number)), '0'),
  // What is named here goes before the settings of every line; what is not has its first value in the domain.
  STILL_THERE_SECONDS: v.optional(secondsOrNone),
  OFFER_SECONDS: v.optional(seconds),
  PAIR_REST_SECONDS: v.optional(seconds),
  BREATHER_SECONDS: v.optional(seconds),
  CALLER_GRACE_SECONDS: v.optional(seconds),
  CONVERSATION_GRACE_SECONDS: v.optional(seconds),
  VOLUNTEER_GRACE_SECONDS: v.optional(seconds),
  AWAY_TOLD_SECONDS: v.optional(secondsOrNone),
  MEMORY_CLEARED_SECONDS: v.optional(seconds, '300'),
  DEBUG: v.optional(v.string()),
  NODE_DEBUG: v.optional(v.string()),
});

export type Environment = v.InferOutput<typeof Environment>;
export type Config = Readonly<Environment & { publicUrl: string }>;

/** Nest's token for the one configuration. */
export const CONFIG = Symbol('config');

/** A sentence for a person who set a variable wrongly; it names variables, never values. */
export class ConfigFault extends Error {}

/** @throws ConfigFault naming every variable at fault */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = v.safeParse(Environment, set);
  if (!read.success) {
    const names = new Set(read.issues.map((issue) => String(issue.path?.[0]?.key)));
    throw new ConfigFault(`Variables absentes ou invalides : ${[...names].join(', ')} (voir .env.example).`);
  }
  for (const name of ['DEBUG', 'NODE_DEBUG'] as const)
    if (read.output.NODE_ENV === 'production' && read.output[name] !== undefined)
      throw new ConfigFault(
        `${name} est refusé en production : il imprimerait ce qui passe sur les connexions.`,
      );
  return Object.freeze({
    ...read.output,
    publicUrl: read.output.PUBLIC_URL ?? `http://localhost:${read.output.PORT}`,
  });
}
