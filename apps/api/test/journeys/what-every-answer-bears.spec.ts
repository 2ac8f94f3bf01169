// The headers of every answer, a page, a file, a refusal or nothing at all: nothing foreign, nothing inline, nothing kept, no power asked.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service.end());

const everywhere = [
  '/',
  '/ecoute',
  '/desk',
  '/ecoute/etoile',
  '/desk/etoile',
  '/nowhere',
  '/assets/none.js',
  '/api/access/me',
  '/api/desk/lines/principale',
  '/socket.io/?EIO=4&transport=polling',
];

const borneBy = async (path: string) => (await fetch(`${service.at(0)}${path}`)).headers;

it.each(everywhere)('[DO8] %s: only what is ours, from files, and nobody frames it', async (path) => {
  const headers = await borneBy(path);
  const policy = new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((rule) => {
      const [name = '', ...sources] = rule.trim().split(' ');
      return [name, sources.join(' ')];
    }),
  );
  expect(Object.fromEntries(policy)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

it.each(everywhere)(
  '[DO8] %s: no other site learns of it, nothing of it is kept, and it asks for nothing',
  async (path) => {
    const headers = await borneBy(path);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-dns-prefetch-control')).toBe('off');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    for (const remembered of ['etag', 'last-modified', 'set-cookie', 'x-powered-by', 'server'])
      expect(headers.get(remembered)).toBeNull();
    const powers = (headers.get('permissions-policy') ?? '').split(', ');
    for (const power of [
      'camera',
      'microphone',
      'geolocation',
      'payment',
      'usb',
      'display-capture',
      'local-fonts',
      'clipboard-read',
      'fullscreen',
      'screen-wake-lock',
    ])
      expect(powers).toContain(`${power}=()`);
    for (const power of powers) expect(power).toMatch(/^[a-z-]+=\(\)$/);
  },
);
