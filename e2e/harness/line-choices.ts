// What a line chooses for a journey, in lengths too short for its form: the coordinator's page asks as the form would.
import type { House } from './a-house.js';
import { theCoordinator } from './people.js';

/** `changed`: settings by name, lengths in milliseconds. Resolves when every node lives by them. */
export async function theLineChooses(house: House, changed: Record<string, number>): Promise<void> {
  const desk = await theCoordinator(house);
  const status = await desk.evaluate(async (some) => {
    const line: unknown = await (await fetch('/api/desk/lines/principale')).json();
    const chosen = typeof line === 'object' && line !== null && 'settings' in line ? line.settings : {};
    const body = JSON.stringify(Object.assign({}, chosen, some));
    const headers = { 'content-type': 'application/json', 'x-veille': '1' };
    return (await fetch('/api/desk/lines/principale', { method: 'PUT', headers, body })).status;
  }, changed);
  if (status !== 200) throw new Error(`these settings were refused: ${status}`);
}
