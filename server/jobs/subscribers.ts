import type Pusher from 'pusher'
import { sprintReports } from '@/server/projections/sprintReports'
import type { Subscriber } from '@/server/projections/subscriber'
import { type SubscriberInfo, subscriberInfoOf } from '@/server/projections/subscriberInfo'
import { timeEntries } from '@/server/projections/timeEntries'
import { broadcastSubscriber } from '@/server/publish/broadcast'
import { pusherClient } from '@/server/publish/pusherClient'
import { withTimesheetNotifications } from '@/server/publish/timesheetNotifications'

/** The projections that can be rebuilt from the log. A new one needs a line here. */
export const projections: Subscriber[] = [sprintReports, timeEntries]

/** The realtime server's client, created when the first message is sent. */
const realtimeClient: Pick<Pusher, 'triggerBatch' | 'sendToUser'> = {
  triggerBatch: (batch) => pusherClient().triggerBatch(batch),
  sendToUser: (...message) => pusherClient().sendToUser(...message),
}

/** All subscribers. */
export const subscribers: Subscriber[] = [
  broadcastSubscriber(realtimeClient),
  ...projections.map((each) =>
    each === timeEntries ? withTimesheetNotifications(each, realtimeClient) : each,
  ),
]

/** The facts about each subscriber that admins see. */
export const subscriberInfos: SubscriberInfo[] = subscribers.map(subscriberInfoOf)
