import { Emitter } from './emitter'

/** What the server tells a person on all their connections, whichever project these follow. */
export const userMessages = new Emitter<[name: UserMessage]>()

/** `timer-changed`: it was started or stopped. `timesheet-changed`: time was logged. */
export type UserMessage = (typeof USER_MESSAGES)[number]
export const USER_MESSAGES = ['timer-changed', 'timesheet-changed'] as const
