// The HTTP door of those who run a line: their own association's only. Parses, calls one service, answers.
import { Body, Controller, Get, HttpCode, Post, Put, Req, Res, UseFilters } from '@nestjs/common';
import { type AccountId, type Line, type LineSettings, may } from '@veille/domain';
import { chosenMode, type DeskLine, type DeskRefused, lineSettings } from '@veille/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AccessService } from '../access/access.service.js';
import { AssociationService } from '../association/association.service.js';
import { OutageFilter, refuse } from './http-refusal.js';
import { tokenIn } from './session-cookie.js';

/** What the desk does not speak of yet stays as it is. */
const known = v.object(lineSettings.entries);

type Own = { readonly line: Line; readonly by: AccountId };
type Door = { readonly request: Request; readonly response: Response };

@Controller('api/desk')
@UseFilters(OutageFilter)
export class DeskController {
  constructor(
    private readonly access: AccessService,
    private readonly associations: AssociationService,
  ) {}

  @Get('line')
  async line(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskLine | DeskRefused> {
    const own = await this.#own({ request, response });
    return 'refused' in own ? own : toldOf(own.line, this.associations.imposedFields);
  }

  /** Everything at once: what the form says is what holds. */
  @Put('line')
  async choose(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskLine | DeskRefused> {
    return this.#change({ request, response }, v.safeParse(lineSettings, body));
  }

  @Post('line/mode')
  @HttpCode(200)
  async decide(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskLine | DeskRefused> {
    return this.#change({ request, response }, v.safeParse(chosenMode, body));
  }

  async #change<S extends v.GenericSchema<unknown, Partial<LineSettings>>>(
    door: Door,
    chosen: v.SafeParseResult<S>,
  ): Promise<DeskLine | DeskRefused> {
    const own = await this.#own(door);
    if ('refused' in own) return own;
    const { line, by } = own;
    const { response } = door;
    if (!chosen.success) {
      const field = chosen.issues[0].path?.[0]?.key;
      return typeof field === 'string'
        ? cannotHold(response, { field, why: 'malformed' })
        : refuse(response, 'malformed');
    }
    const said = await this.associations.choose(line.id, chosen.output, by);
    if (typeof said === 'object') return cannotHold(response, said);
    return this.line(door.request, response);
  }

  /** The line of the coordinator who asks; there is no way to name another. */
  async #own({ request, response }: Door): Promise<Own | DeskRefused> {
    const session = await this.access.sessionFrom(tokenIn(request.headers.cookie));
    if (session === 'signed-out') return refuse(response, 'signed-out');
    if (!may(session, 'run-line')) return refuse(response, 'not-allowed');
    const line = await this.associations.lineOf(session.association);
    return line === 'no-such-line' ? refuse(response, 'refused') : { line, by: session.account };
  }
}

function cannotHold(response: Response, { field, why }: { field: string; why: string }): DeskRefused {
  response.status(422);
  return { refused: 'cannot-hold', field, why };
}

function toldOf({ name, timeZone, settings }: Line, imposed: string[]): DeskLine {
  return { name, timeZone, settings: v.parse(known, settings), imposed };
}
