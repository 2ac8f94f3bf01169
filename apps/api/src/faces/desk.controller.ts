// The HTTP door of those who run a line: their own association's only. Parses, calls one service, answers.
import { Body, Controller, Get, HttpCode, Post, Put, Req, Res, UseFilters } from '@nestjs/common';
import { type AccountId, type Audited, type Line, lineId, type LineSettings } from '@veille/domain';
import { chosenMode, type DeskLine, type DeskRefused, lineSettings } from '@veille/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AccessService } from '../access/access.service.js';
import { AssociationService } from '../association/association.service.js';
import { sessionOf } from './allowed.guard.js';
import { answer, cannotHold, misread, OutageFilter, refuse } from './http-refusal.js';

/** What the desk does not speak of yet stays as it is. */
const known = v.object(lineSettings.entries);

type Own = { readonly line: Line; readonly by: AccountId };
type Door = { readonly request: Request; readonly response: Response };

@Controller('api/desk/lines/:line')
@UseFilters(OutageFilter)
export class DeskController {
  constructor(
    private readonly associations: AssociationService,
    private readonly access: AccessService,
  ) {}

  @Get()
  async line(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskLine | DeskRefused> {
    const own = await this.#own({ request, response });
    return 'refused' in own ? own : toldOf(own.line, this.associations.imposedFields);
  }

  /** Everything at once: what the form says is what holds. */
  @Put()
  async choose(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskLine | DeskRefused> {
    return this.#change({ request, response, did: 'settings-changed' }, v.safeParse(lineSettings, body));
  }

  @Post('mode')
  @HttpCode(200)
  async decide(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskLine | DeskRefused> {
    return this.#change({ request, response, did: 'mode-changed' }, v.safeParse(chosenMode, body));
  }

  async #change<S extends v.GenericSchema<unknown, Partial<LineSettings>>>(
    door: Door & { did: Audited },
    chosen: v.SafeParseResult<S>,
  ): Promise<DeskLine | DeskRefused> {
    const { request, response, did } = door;
    const own = await this.#own(door);
    if ('refused' in own) {
      const { association, account: by } = sessionOf(request);
      this.access.noteRefused(association, { did: 'reach-refused', by, what: [did] });
      return own;
    }
    const { line, by } = own;
    if (!chosen.success) return answer(response, misread(chosen.issues));
    const said = await this.associations.choose(line.id, chosen.output, by);
    if (typeof said === 'object') return cannotHold(response, said);
    return this.line(request, response);
  }

  /** A line of the association of who asks; one of another's and one that is not there are one word (TN5). */
  async #own({ request, response }: Door): Promise<Own | DeskRefused> {
    const { association, account: by } = sessionOf(request);
    const line = await this.associations.line(lineId(String(request.params['line'])));
    const isOwn = line !== 'no-such-line' && line.association === association;
    return isOwn ? { line, by } : refuse(response, 'not-allowed');
  }
}

function toldOf({ name, timeZone, settings }: Line, imposed: string[]): DeskLine {
  return { name, timeZone, settings: v.parse(known, settings), imposed };
}
