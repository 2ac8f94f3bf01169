// The settings the operator's environment names, for every line: lengths no line could live by end the start, and say which.
import { faultsInLengths, firstSettings, type LineSettings } from '@veille/domain';
import { type Config, ConfigFault } from '../platform/config/config.js';

const variables = {
  stillThere: 'STILL_THERE_SECONDS',
  offerStands: 'OFFER_SECONDS',
  pairRests: 'PAIR_REST_SECONDS',
  breather: 'BREATHER_SECONDS',
  callerGrace: 'CALLER_GRACE_SECONDS',
  conversationGrace: 'CONVERSATION_GRACE_SECONDS',
  awayTold: 'AWAY_TOLD_SECONDS',
  volunteerGrace: 'VOLUNTEER_GRACE_SECONDS',
} as const;
const named = Object.entries(variables);

/**
 * Only what the environment names: what it leaves out is the line's own affair (AS2).
 * @throws ConfigFault where they cannot hold beside what every line starts with (AS7)
 */
export function imposedBy(config: Config): Partial<LineSettings> {
  const set = named.filter(([, variable]) => config[variable] !== undefined);
  const imposed: Partial<LineSettings> = Object.fromEntries(
    set.map(([field, variable]) => [field, config[variable]]),
  );
  const faults = faultsInLengths({ ...firstSettings, ...imposed }).map((fault): string => fault.field);
  // Tests live faster than any line may.
  if (faults.length === 0 || config.NODE_ENV === 'test') return imposed;
  const atFault = set.filter(([field]) => faults.includes(field));
  const names = (atFault.length > 0 ? atFault : set).map(([, variable]) => variable);
  throw new ConfigFault(
    `Durées qui ne tiennent pas avec les autres : ${names.join(', ')} (voir .env.example et les règles ST1 et ST2).`,
  );
}
