import type { z } from 'zod'

/** A type without `readonly` and with its intersections joined, so that spelling makes no difference. */
type Plain<T> = unknown extends T
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

type IsSame<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Says nothing where a schema describes exactly a type, and else cannot be met. */
type Describes<S extends z.ZodType, T> =
  IsSame<Plain<z.output<S>>, Plain<T>> extends true
    ? unknown
    : { schemaAndTypeDiffer: [Plain<z.output<S>>, Plain<T>] }

/**
 * Names the type that a schema describes. It is a compile error when the type has something that
 * the schema does not describe, or the other way round.
 */
export const exactly =
  <T>() =>
  <S extends z.ZodType<T, T>>(schema: S & Describes<S, T>): z.ZodType<T, T> =>
    schema

/** The same of several schemas by name. */
export const exactlyEach =
  <T>() =>
  <S extends { [K in keyof T]: z.ZodType<T[K], T[K]> }>(
    schemas: S & { [K in keyof T]: Describes<S[K], T[K]> },
  ): { [K in keyof T]: z.ZodType<T[K], T[K]> } =>
    schemas
