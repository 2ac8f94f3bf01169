// How an HTTP door reads what it is asked: by one schema, before its route is reached. What cannot be read is one typed refusal,
// and changes nothing (AC14).
import { Body, createParamDecorator, type ExecutionContext, type PipeTransform, Query } from '@nestjs/common';
import type { DeskRefused } from '@veille/shared';
import type { Request } from 'express';
import * as v from 'valibot';
import { misread, TurnedAway } from './http-refusal.js';

export type Read<S extends v.GenericSchema> = v.InferOutput<S>;

/** Of a parameter that takes what its schema gives: any other does not compile. */
type Decorates<S extends v.GenericSchema> = <
  Route extends string,
  Door extends Record<Route, (...given: never[]) => unknown>,
  At extends number,
>(
  door: Door,
  route: Route,
  at: Read<S> extends Parameters<Door[Route]>[At] ? At : never,
) => void;
type Refusal = (issues: readonly v.BaseIssue<unknown>[]) => DeskRefused;

const malformed: Refusal = () => ({ refused: 'malformed' });

const reading = (schema: v.GenericSchema, refusal = malformed): PipeTransform<unknown, unknown> => ({
  transform(given) {
    const read = v.safeParse(schema, given);
    if (!read.success) throw new TurnedAway(refusal(read.issues));
    return read.output;
  },
});

export const BodyAs = <S extends v.GenericSchema>(schema: S): Decorates<S> => Body(reading(schema));
/** A form somebody filled in: the field that cannot be read is named. */
export const FormAs = <S extends v.GenericSchema>(schema: S): Decorates<S> => Body(reading(schema, misread));
export const QueryAs = <S extends v.GenericSchema>(schema: S): Decorates<S> => Query(reading(schema));
/** `deed`, which the address names, with the `body`. */
export const DeedAs = <S extends v.GenericSchema>(schema: S): Decorates<S> => deedAndBody(reading(schema));

const deedAndBody = createParamDecorator((_: unknown, host: ExecutionContext) => {
  const { params, body } = host
    .switchToHttp()
    .getRequest<Request<Record<string, string>, unknown, unknown>>();
  return { ...params, body };
});
