import { v5 } from 'uuid'
import type { Id } from './primitives'

/** The namespace of derived ids. Never change it, or repeated commands would create new ids. */
const NAMESPACE = '0198c9f0-6f5e-7c3a-9d52-3f1b7e64a0c1'

/**
 * Returns an id (a UUIDv5) derived from two others, so that a repeated command creates the same
 * one.
 */
export const deriveId = (a: Id, b: Id): Id => v5(`${a} ${b}`, NAMESPACE)
