// The door of what is asked over HTTP: what comes in is small, is JSON, and was asked by a page of ours, or it gets one word.
import { json, type NextFunction, type Request, type Response } from 'express';
import type { AccessRefusal } from '@veille/shared';
import { isOurs } from '../platform/sockets/origin.js';
import { refuse } from './http-refusal.js';

const few = 4_096;

/** Stands before the controller, so that nothing of a refused request is read. */
export function accessDoor(publicUrl: string, mostBytes = few) {
  const read = json({ limit: mostBytes, inflate: false, type: () => true });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Cache-Control', 'no-store');
    const turnAway = (word: AccessRefusal): void => {
      // What was not read is not waited for.
      response.setHeader('Connection', 'close');
      response.json(refuse(response, word));
    };
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    if (!isAskedByUs(request, publicUrl)) return turnAway('not-allowed');
    if (!isJsonWithin(mostBytes, request)) return turnAway('malformed');
    read(request, response, (fault?: unknown) => (fault === undefined ? next() : turnAway('malformed')));
  };
}

/** A form or an image of another site can do neither: set this header, or hide where it comes from (AC13). */
function isAskedByUs({ headers }: Request, publicUrl: string): boolean {
  const site = headers['sec-fetch-site'];
  return (
    headers['x-veille'] === '1' &&
    isOurs(headers.origin, publicUrl) &&
    (site === undefined || site === 'same-origin' || site === 'none')
  );
}

/** The length is said beforehand: a stream without an end is not begun (AC14). */
function isJsonWithin(mostBytes: number, { headers }: Request): boolean {
  const length = Number(headers['content-length'] ?? NaN);
  return length <= mostBytes && /^application\/json(?:;|$)/i.test(headers['content-type'] ?? '');
}
