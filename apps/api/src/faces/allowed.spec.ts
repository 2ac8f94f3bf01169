// The guard of the HTTP routes: a route nobody thought of is refused, whoever asks.
import { expect, it } from '@jest/globals';
import { Controller, Get, Module, UseFilters } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AccessService } from '../access/access.service.js';
import { AllowedGuard } from './allowed.guard.js';
import { OutageFilter } from './http-refusal.js';

@Controller('api/nobody')
@UseFilters(OutageFilter)
class Forgotten {
  @Get('thought-of')
  said() {
    return { secret: 'open' };
  }
}

@Module({ controllers: [Forgotten] })
class Careless {}

it('[AW1] a route that does not stand in the table is refused, signed in or not', async () => {
  const session = {
    role: 'administrator',
    association: 'veille',
    account: 'a',
    id: 's',
    pseudonym: 'Claude',
  };
  const module = await Test.createTestingModule({
    imports: [Careless],
    providers: [{ provide: AccessService, useValue: { sessionFrom: async () => session } }, AllowedGuard],
  }).compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false });
  app.useGlobalGuards(app.get(AllowedGuard));
  await app.listen(0, '127.0.0.1');
  const answered = await fetch(`${await app.getUrl()}/api/nobody/thought-of`);
  expect([answered.status, await answered.json()]).toEqual([403, { refused: 'not-allowed' }]);
  await app.close();
});
