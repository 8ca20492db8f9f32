import { Listeners } from './store/listeners'

/** What the server tells a person on all their connections, whichever project these follow. */
export const personal = new Listeners<[name: PersonalMessage]>()

/** `timer`: it was started or stopped. `time`: some was logged that a timesheet may show. */
export type PersonalMessage = (typeof PERSONAL_MESSAGES)[number]
export const PERSONAL_MESSAGES = ['timer', 'time'] as const
