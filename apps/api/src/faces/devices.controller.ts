// The HTTP door of who runs the devices of listening posts: which there are, one more, by hand or by a code, and ending one.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { may, placeId } from '@veille/domain';
import { type deviceCode, type DevicesTold, endDevice, forPost } from '@veille/shared';
import type { Request, Response } from 'express';
import type * as v from 'valibot';
import type { Session } from '../access/access.service.js';
import { PostDevices } from '../access/post-devices.service.js';
import { AssociationService } from '../association/association.service.js';
import { DeviceService } from '../post/device.service.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { deviceIn, dropDevice, keepDevice } from './session-cookie.js';

@Controller('api/post/devices')
@UseFilters(OutageFilter)
export class DevicesController {
  constructor(
    private readonly running: PostDevices,
    private readonly devices: DeviceService,
    private readonly associations: AssociationService,
  ) {}

  @Get()
  async list(@Req() request: Request): Promise<DevicesTold> {
    return this.#told(sessionOf(request), deviceIn(request.headers.cookie));
  }

  @Post()
  @HttpCode(200)
  async here(
    @BodyAs(forPost) { post }: Read<typeof forPost>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DevicesTold | Refused> {
    const session = sessionOf(request);
    const made = await this.running.registerHere(session, placeId(post));
    if (made === 'not-allowed') return refuse(response, made);
    keepDevice(response, made.token);
    return this.#told(session, made.token);
  }

  @Post('code')
  @HttpCode(200)
  async code(
    @BodyAs(forPost) { post }: Read<typeof forPost>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<v.InferOutput<typeof deviceCode> | Refused> {
    const made = await this.running.openCode(sessionOf(request), placeId(post));
    return made === 'not-allowed' ? refuse(response, made) : made;
  }

  @Post('end')
  @HttpCode(200)
  async end(
    @BodyAs(endDevice) { device }: Read<typeof endDevice>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DevicesTold | Refused> {
    const session = sessionOf(request);
    const here = deviceIn(request.headers.cookie);
    const isHere = (await this.devices.at(here))?.id === device;
    const said = await this.running.end(session, device);
    if (said === 'not-allowed') return refuse(response, said);
    if (isHere) dropDevice(response);
    return this.#told(session, here);
  }

  async #told(session: Session, token: string | undefined): Promise<DevicesTold> {
    const [listed, here, all] = await Promise.all([
      this.running.list(session),
      this.devices.at(token),
      this.associations.posts(session.association),
    ]);
    const names = new Map(all.map(({ id, name }) => [id, name]));
    const { association } = session;
    return {
      devices: listed.map(({ id, post, registeredOn, usedOn, registeredBy }) => ({
        id,
        post: names.get(post) ?? post,
        registeredOn,
        usedOn,
        ...(registeredBy !== undefined && { by: registeredBy }),
        isHere: id === here?.id,
      })),
      posts: all
        .filter(({ id }) => may(session, 'run-devices', { association, post: id }))
        .map(({ id, name }) => ({ id, name })),
    };
  }
}
