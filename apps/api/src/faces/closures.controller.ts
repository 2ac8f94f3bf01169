// The HTTP door of closures: what is asked and what is closed, in counts; to confirm, and to open again. Never which network.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { type ClosuresTold, onClosure } from '@veille/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AccessService, type Session } from '../access/access.service.js';
import { AssociationService } from '../association/association.service.js';
import { ClosureService } from '../network/closure.service.js';
import { Clock } from '../platform/clock/clock.js';
import { sessionOf } from './allowed.guard.js';
import { DeedAs, type Read } from './asked.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';

const asking = v.object({ deed: v.picklist(['confirm', 'open']), body: onClosure });

@Controller('api/desk/closures')
@UseFilters(OutageFilter)
export class ClosuresController {
  constructor(
    private readonly closures: ClosureService,
    private readonly associations: AssociationService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async closuresOf(@Req() request: Request): Promise<ClosuresTold> {
    return this.#told(sessionOf(request));
  }

  /** `over`: it was confirmed, put away or forgotten meanwhile. `not-allowed`: one asked for it oneself. */
  @Post(':deed')
  @HttpCode(200)
  async decide(
    @DeedAs(asking) { deed, body: { closure } }: Read<typeof asking>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ClosuresTold | Refused> {
    const session = sessionOf(request);
    const said = await this.closures[deed](session, closure);
    if (said === 'gone') return refuse(response, 'over');
    return said === 'same-person' ? refuse(response, 'not-allowed') : this.#told(session);
  }

  async #told({ association, account }: Session): Promise<ClosuresTold> {
    const now = this.clock.now();
    const lines = await this.associations.linesOf(association);
    const closures = (await this.closures.of(association)).map(
      async ({ id, line, by, at, until, refused }) => {
        const pseudonym = await this.access.pseudonymOf(by);
        return {
          closure: id,
          line: lines.find((one) => one.id === line)?.name ?? '',
          is: at,
          left: Math.max(0, Math.round(until - now)),
          refused,
          isMine: by === account,
          ...(pseudonym !== undefined && { pseudonym }),
        };
      },
    );
    return { closures: await Promise.all(closures) };
  }
}
