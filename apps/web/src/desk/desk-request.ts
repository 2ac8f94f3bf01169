// One request of a desk over HTTP: what was asked, or one refusal; what cannot hold comes back with its field.
import { deskRefused } from '@veille/shared';
import type { DeskRefused } from '@veille/shared';
import type * as v from 'valibot';
import { ask, type Asked } from '../wire/asking.js';

export const deskRequest = <S extends v.GenericSchema>(
  asked: Asked<S>,
): Promise<v.InferOutput<S> | DeskRefused> => ask({ ...asked, path: `desk/${asked.path}` }, deskRefused);
