import type { Subscriber } from './subscriber'

/** What is told of a subscriber to those who look after it. */
export type SubscriberInfo = Pick<Subscriber, 'name' | 'title' | 'schemaVersion'> & {
  /** It has a projection that can be thrown away and made anew from the log. */
  canRebuild: boolean
}

export const subscriberInfoOf = ({
  name,
  title,
  schemaVersion,
  reset,
}: Subscriber): SubscriberInfo => ({ name, title, schemaVersion, canRebuild: reset !== undefined })
