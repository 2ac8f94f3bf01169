// The pages of the three faces, and on every answer the headers of the house.
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { join } from 'node:path';
import { answerHeaders } from '../platform/answer-headers.js';

/** Which association or line an address names is the page's to read, and the service's to judge. */
const faces = {
  '/': 'caller.html',
  '/ligne/:line': 'caller.html',
  '/ecoute': 'listen.html',
  '/ecoute/:association': 'listen.html',
  '/desk': 'desk.html',
  '/desk/:association': 'desk.html',
} as const;

/** Nothing by which a browser could be known again. */
const unmarked = { etag: false, lastModified: false, cacheControl: false };

/** `folder` holds the built pages. Nothing may be kept, the assets included: a cache is a trace of a visit (P5). */
export function servePages(app: NestExpressApplication, folder: string): void {
  for (const told of ['x-powered-by', 'etag']) app.disable(told);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.set(answerHeaders);
    next();
  });
  const pages = express.Router();
  for (const [path, file] of Object.entries(faces))
    pages.get(path, (_request, response) => response.sendFile(join(folder, file), unmarked));
  pages.use(express.static(folder, { index: false, ...unmarked }));
  app.use(pages);
}
