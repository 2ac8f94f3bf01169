// One node of the service: built from a configuration, opened on a port, and ended without a trace.
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { InvitationService } from './access/invitation.service.js';
import { AppModule } from './app.module.js';
import { AssociationService } from './association/association.service.js';
import { firstLink } from './faces/invitation-link.js';
import { Leases } from './faces/leases.js';
import { servePages } from './faces/pages.js';
import { BullAlarms } from './platform/alarms/bull-alarms.js';
import { type Clock, StoreClock } from './platform/clock/clock.js';
import { every } from './platform/clock/every.js';
import type { Config } from './platform/config/config.js';
import { Facts } from './platform/facts.js';
import { overwriteWhatIsFreed, readApart } from './platform/memory/overwriting.js';
import { LIVE_REDIS } from './platform/platform.module.js';
import { Connections } from './platform/redis/connections.js';
import { storeTime } from './platform/redis/store-time.js';
import { RedisHop } from './platform/sockets/hop.js';
import { VeilleSocketAdapter } from './platform/sockets/adapter.js';

export type Node = {
  readonly app: NestExpressApplication;
  readonly port: number;
  /** One-time link, while nobody has an account. */
  readonly firstCoordinatorLink: string | undefined;
  end(): Promise<void>;
};

const pages = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Opens the doors only when both stores answer and the line is there. `clock` is for tests. */
export async function openNode(config: Config, clock?: Clock): Promise<Node> {
  const module = AppModule.with({ config, ...(clock && { clock }) });
  const app = await NestFactory.create<NestExpressApplication>(module, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  const connections = app.get(Connections);
  const { pub, sub } = app.get(RedisHop);
  app.useWebSocketAdapter(new VeilleSocketAdapter(app, { pub, sub, origin: config.publicUrl }));
  servePages(app, pages);
  await app.get(AssociationService).seed();
  await app.init();
  app.get(BullAlarms).start();
  readApart(app.getHttpServer());
  await app.listen(config.PORT, config.HOST);
  const timekeeping = every(60_000, () => app.get(StoreClock).set(() => storeTime(app.get(LIVE_REDIS))));
  const overwriting = overwriteWhatIsFreed(config.MEMORY_CLEARED_SECONDS);
  const address: unknown = app.getHttpServer().address();
  const token = await app.get(InvitationService).first();
  return {
    app,
    port: portOf(address) ?? config.PORT,
    firstCoordinatorLink: token && firstLink(config.publicUrl, token),
    end: async () => {
      await timekeeping.stop();
      await overwriting.stop();
      await app.get(Leases).endAll();
      await app.get(Facts).quiet(500);
      await app.get(BullAlarms).stop();
      await app.close();
      await connections.closeAll();
    },
  };
}

const portOf = (address: unknown): number | undefined =>
  typeof address === 'object' && address !== null && 'port' in address && typeof address.port === 'number'
    ? address.port
    : undefined;
