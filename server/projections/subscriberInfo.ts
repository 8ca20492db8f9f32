import type { Subscriber } from './subscriber'

/** The facts about a subscriber that admins see. */
export type SubscriberInfo = Pick<Subscriber, 'name' | 'title' | 'schemaVersion'> & {
  /** True when its projection can be rebuilt from the log. */
  canRebuild: boolean
}

export const subscriberInfoOf = ({
  name,
  title,
  schemaVersion,
  reset,
}: Subscriber): SubscriberInfo => ({ name, title, schemaVersion, canRebuild: reset !== undefined })
