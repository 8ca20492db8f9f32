/**
 * Ends a switch over all types of events or commands: an unhandled type is a compile error. At run
 * time an event of a newer version of Concord may be unknown; it changes nothing.
 */
export const assertNever = <T>(_: never, otherwise: T): T => otherwise
