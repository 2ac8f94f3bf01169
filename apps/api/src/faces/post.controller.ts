// The HTTP door of a listening post's own browser: what it is, becoming one by a code, and signing in there by a PIN.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { becomeDevice, choosePin, pinSignIn, type PostHere, type Who } from '@veille/shared';
import type { Request, Response } from 'express';
import { AccessService, type Session } from '../access/access.service.js';
import { PinService } from '../access/pin.service.js';
import { PostDevices } from '../access/post-devices.service.js';
import { DeviceService } from '../post/device.service.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { enter } from './entrance.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { bearingOf, deviceIn, keepDevice, tokenIn } from './session-cookie.js';

@Controller('api/post')
@UseFilters(OutageFilter)
export class PostController {
  constructor(
    private readonly access: AccessService,
    private readonly devices: DeviceService,
    private readonly running: PostDevices,
    private readonly pins: PinService,
  ) {}

  @Get('here')
  async here(@Req() request: Request): Promise<PostHere> {
    const { cookie } = request.headers;
    const session = await this.access.sessionFrom(tokenIn(cookie));
    return this.#told(deviceIn(cookie), session === 'signed-out' ? undefined : session);
  }

  @Post('here')
  @HttpCode(200)
  async become(
    @BodyAs(becomeDevice) { code }: Read<typeof becomeDevice>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PostHere | Refused> {
    const made = await this.running.registerBy(code);
    if (made === 'refused') return refuse(response, made);
    keepDevice(response, made.token);
    return this.#told(made.token, undefined);
  }

  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @BodyAs(pinSignIn) asked: Read<typeof pinSignIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Who | Refused> {
    const bearing = bearingOf(request.headers.cookie);
    return enter(response, await this.pins.signIn({ asked, ...bearing }));
  }

  @Post('pin')
  @HttpCode(200)
  async choose(
    @BodyAs(choosePin) { pin }: Read<typeof choosePin>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PostHere | Refused> {
    const session = sessionOf(request);
    const said = await this.pins.choose(session, pin);
    if (said !== 'chosen') return refuse(response, said);
    return this.#told(deviceIn(request.headers.cookie), session);
  }

  @Post('pin/end')
  @HttpCode(200)
  async forget(@Req() request: Request): Promise<PostHere> {
    const session = sessionOf(request);
    await this.pins.forget(session);
    return this.#told(deviceIn(request.headers.cookie), session);
  }

  async #told(token: string | undefined, session: Session | undefined): Promise<PostHere> {
    const device = await this.devices.at(token);
    const post = device && (await this.devices.nameOf(device));
    const pin = session && (await this.pins.of(session));
    return { ...(post !== undefined && { post }), ...(pin !== undefined && { pin }) };
  }
}
