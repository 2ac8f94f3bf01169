// The pages of the three faces, and the headers every answer bears: nothing foreign, nothing inline, nothing kept.
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { join } from 'node:path';

/** Which association or line an address names is the page's to read, and the service's to judge. */
const faces = {
  '/': 'caller.html',
  '/ligne/:line': 'caller.html',
  '/ecoute': 'listen.html',
  '/ecoute/:association': 'listen.html',
  '/desk': 'desk.html',
  '/desk/:association': 'desk.html',
} as const;

const ours = ["'self'"];
const nobody = ["'none'"];
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: nobody,
      scriptSrc: ours,
      styleSrc: ours,
      imgSrc: ours,
      connectSrc: ours,
      baseUri: nobody,
      formAction: nobody,
      frameAncestors: nobody,
    },
  },
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xDnsPrefetchControl: { allow: false },
});

/** None of the powers a page can ask a browser for; what only its own person can do, to ring and to copy a link, is none. */
const powers = [
  ...[
    'accelerometer',
    'bluetooth',
    'browsing-topics',
    'camera',
    'display-capture',
    'geolocation',
    'gyroscope',
  ],
  ...['hid', 'identity-credentials-get', 'idle-detection', 'interest-cohort', 'local-fonts', 'magnetometer'],
  ...['microphone', 'midi', 'otp-credentials', 'payment', 'serial', 'storage-access', 'usb', 'web-share'],
  ...['window-management', 'xr-spatial-tracking'],
]
  .map((power) => `${power}=()`)
  .join(', ');

/** Nothing by which a browser could be known again. */
const unmarked = { etag: false, lastModified: false, cacheControl: false };

/** `folder` holds the built pages. Nothing may be kept, the assets included: a cache is a trace of a visit (P5). */
export function servePages(app: NestExpressApplication, folder: string): void {
  for (const told of ['x-powered-by', 'etag']) app.disable(told);
  app.use(headers);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Permissions-Policy', powers);
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  const pages = express.Router();
  for (const [path, file] of Object.entries(faces))
    pages.get(path, (_request, response) => response.sendFile(join(folder, file), unmarked));
  pages.use(express.static(folder, { index: false, ...unmarked }));
  app.use(pages);
}
