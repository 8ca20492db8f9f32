import type { z } from 'zod'

/**
 * A type without `readonly` and with its intersections joined, so that equal types are written
 * equally.
 */
type Plain<T> = unknown extends T
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

type IsSame<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Imposes nothing when a schema describes exactly a type; otherwise it cannot be satisfied. */
type Describes<S extends z.ZodType, T> =
  IsSame<Plain<z.output<S>>, Plain<T>> extends true
    ? unknown
    : { schemaAndTypeDiffer: [Plain<z.output<S>>, Plain<T>] }

/**
 * Names the type that a schema describes. A property that only one of the two has is a compile
 * error.
 */
export const exactly =
  <T>() =>
  <S extends z.ZodType<T, T>>(schema: S & Describes<S, T>): z.ZodType<T, T> =>
    schema

/** Names the types that several schemas describe, as `exactly` does for one. */
export const exactlyEach =
  <T>() =>
  <S extends { [K in keyof T]: z.ZodType<T[K], T[K]> }>(
    schemas: S & { [K in keyof T]: Describes<S[K], T[K]> },
  ): { [K in keyof T]: z.ZodType<T[K], T[K]> } =>
    schemas
