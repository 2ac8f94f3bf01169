// What every answer bears, page, JSON or socket's polling alike: nothing foreign, nothing inline, nothing kept, no power asked for.
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

const ours = ["'self'"];
const nobody = ["'none'"];
const policies = helmet({
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

/**
 * None of the powers a page can ask a browser for. What only its own person can do, to ring and to copy a link, is none; and
 * a passkey is asked for by the pages of staff alone, on a press.
 */
const powers = [
  ...['accelerometer', 'attribution-reporting', 'bluetooth', 'browsing-topics', 'camera', 'clipboard-read'],
  ...['compute-pressure', 'display-capture', 'encrypted-media', 'fullscreen', 'gamepad', 'geolocation'],
  ...['gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'interest-cohort', 'keyboard-map'],
  ...[
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'otp-credentials',
    'payment',
    'picture-in-picture',
  ],
  ...[
    'screen-wake-lock',
    'serial',
    'storage-access',
    'usb',
    'web-share',
    'window-management',
    'xr-spatial-tracking',
  ],
]
  .map((power) => `${power}=()`)
  .join(', ');

export const answerHeaders: Readonly<Record<string, string>> = {
  ...saidBy(policies),
  'permissions-policy': powers,
  'cache-control': 'no-store',
};

/** What helmet would set, read once: an answer that never meets Express bears the same. */
function saidBy(set: typeof policies): Record<string, string> {
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  set(answer.req, answer, () => undefined);
  return Object.fromEntries(Object.entries(answer.getHeaders()).map(([name, said]) => [name, String(said)]));
}
