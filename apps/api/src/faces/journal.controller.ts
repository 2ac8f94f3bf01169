// The HTTP door of the journal: a page of it at a time, or all of it as a file to take away.
import { Controller, Get, Req, Res, UseFilters } from '@nestjs/common';
import { exportQuery, type JournalRecord, journalQuery } from '@veille/shared';
import type { Request, Response } from 'express';
import { AccessService } from '../access/access.service.js';
import { JournalService, type Told } from '../access/journal.service.js';
import { sessionOf } from './allowed.guard.js';
import { QueryAs, type Read } from './asked.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { journalCsv } from './journal-csv.js';

type Page = { records: JournalRecord[]; more: boolean };

@Controller('api/staff/journal')
@UseFilters(OutageFilter)
export class JournalController {
  constructor(
    private readonly access: AccessService,
    private readonly journal: JournalService,
  ) {}

  @Get()
  async page(
    @QueryAs(journalQuery) { skip = 0 }: Read<typeof journalQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | Refused> {
    const session = sessionOf(request);
    const page = await this.journal.page(session, skip);
    if (page === 'not-allowed') return refuse(response, page);
    return { records: page.records.map(toldOf), more: page.more };
  }

  @Get('export')
  async export(
    @QueryAs(exportQuery) { as }: Read<typeof exportQuery>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string | Refused> {
    const session = sessionOf(request);
    const records = await this.journal.whole(session, as);
    if (records === 'not-allowed') return refuse(response, records);
    response.setHeader('Content-Disposition', `attachment; filename="journal-${session.association}.${as}"`);
    response.type(as === 'csv' ? 'text/csv; charset=utf-8' : 'application/json');
    return as === 'csv' ? journalCsv(records) : JSON.stringify(records, undefined, 1);
  }
}

const toldOf = ({ number, at, did, by, to, of, what }: Told): JournalRecord => ({
  number,
  at,
  did,
  ...(by && { by }),
  ...(to && { to }),
  ...(of !== undefined && { of }),
  ...(what && { what: [...what] }),
});
