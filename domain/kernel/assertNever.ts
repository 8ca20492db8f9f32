/**
 * Ends a switch over all types of event or command: a new type that it does not handle is a compile
 * error. At run time an event of a newer version, which this one does not know, changes nothing.
 */
export const assertNever = <T>(_: never, otherwise: T): T => otherwise
