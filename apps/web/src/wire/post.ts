// A listening post's own browser over HTTP: what this one is, becoming one, a PIN for it; and at the desk, all of them.
import { deviceCode, devicesTold, postHere, who } from '@veille/shared';
import { request } from './access.js';

const under = 'post' as const;

export const postOverHttp = {
  here: () => request({ under, path: 'here', answer: postHere }),
  become: (code: string) => request({ under, path: 'here', body: { code }, answer: postHere }),
  signIn: (body: { pseudonym: string; pin: string }) =>
    request({ under, path: 'sign-in', body, answer: who }),
  choosePin: (pin: string) => request({ under, path: 'pin', body: { pin }, answer: postHere }),
  forgetPin: () => request({ under, path: 'pin/end', body: {}, answer: postHere }),
};

export const devicesOverHttp = {
  all: () => request({ under, path: 'devices', answer: devicesTold }),
  registerHere: (post: string) => request({ under, path: 'devices', body: { post }, answer: devicesTold }),
  openCode: (post: string) => request({ under, path: 'devices/code', body: { post }, answer: deviceCode }),
  end: (device: string) => request({ under, path: 'devices/end', body: { device }, answer: devicesTold }),
};
