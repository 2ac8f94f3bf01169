// A listening post's own browser over HTTP: what this one is, becoming one, and a PIN for it.
import { postHere, who } from '@veille/shared';
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
