import { v5 } from 'uuid'
import type { Id } from './primitives'

/** The namespace of ids that follow from others; never change it, or repeats make other ids. */
const NAMESPACE = '0198c9f0-6f5e-7c3a-9d52-3f1b7e64a0c1'

/** The id that follows from two others (a UUIDv5): a repeated command makes the same one. */
export const deriveId = (a: Id, b: Id): Id => v5(`${a} ${b}`, NAMESPACE)
