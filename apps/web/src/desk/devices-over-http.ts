// The browsers of listening posts, over HTTP, for those who run them.
import { deviceCode, devicesTold } from '@veille/shared';
import { request } from '../staff/access.js';

const under = 'post' as const;

export const devicesOverHttp = {
  all: () => request({ under, path: 'devices', answer: devicesTold }),
  registerHere: (post: string) => request({ under, path: 'devices', body: { post }, answer: devicesTold }),
  openCode: (post: string) => request({ under, path: 'devices/code', body: { post }, answer: deviceCode }),
  end: (device: string) => request({ under, path: 'devices/end', body: { device }, answer: devicesTold }),
};
