import { Emitter } from './emitter'

/**
 * Messages of the server to a person, on every connection of theirs, whichever project it follows.
 */
export const userMessages = new Emitter<[name: UserMessage]>()

/** `timer-changed`: the timer was started or stopped. `timesheet-changed`: logged time changed. */
export type UserMessage = (typeof USER_MESSAGES)[number]
export const USER_MESSAGES = ['timer-changed', 'timesheet-changed'] as const
