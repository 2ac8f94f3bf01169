// A coordinator who runs the line over HTTP, as the desk's page does.
import type { LineMode } from '@veille/shared';
import type { Service } from './a-service.js';
import { anAccount } from './accounts.js';

type Answered = { status: number; body: Record<string, unknown> };
type Asking = { method?: 'PUT' | 'POST'; body?: unknown; headers?: Record<string, string>; node?: number };

export class LineRunner {
  private constructor(
    private readonly service: Service,
    private readonly cookie: string,
    private readonly line = 'lines/principale',
  ) {}

  static async of(service: Service, role: 'coordinator' | 'volunteer' = 'coordinator'): Promise<LineRunner> {
    return new LineRunner(service, await anAccount(service, role));
  }

  /** Whoever is signed in by this cookie, on one of the lines of their association. */
  static as(service: Service, cookie: string, line: string): LineRunner {
    return new LineRunner(service, cookie, `lines/${line}`);
  }

  async ask(path: string, { method, body, headers, node = 0 }: Asking = {}): Promise<Answered> {
    const response = await fetch(`${this.service.at(node)}/api/desk/${path}`, {
      method: method ?? 'GET',
      headers: { 'content-type': 'application/json', 'x-veille': '1', cookie: this.cookie, ...headers },
      ...(method && { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json();
    return { status: response.status, body: recordOf(said) };
  }

  async decides(mode: LineMode): Promise<void> {
    const { status } = await this.ask(`${this.line}/mode`, { method: 'POST', body: { mode } });
    if (status !== 200) throw new Error(`a decision was refused: ${status}`);
  }

  async settings(node = 0): Promise<Record<string, unknown>> {
    const { body } = await this.ask(this.line, { node });
    return recordOf(body['settings']);
  }

  /** Everything the line lives by now, with these changed. */
  async chooses(changed: Record<string, unknown>): Promise<Answered> {
    return this.ask(this.line, { method: 'PUT', body: { ...(await this.settings()), ...changed } });
  }
}

/** What is no object has no fields. */
const recordOf = (said: unknown): Record<string, unknown> =>
  typeof said === 'object' && said !== null ? { ...said } : {};
