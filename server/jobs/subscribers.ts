import { sprintReports } from '@/server/projections/sprintReports'
import type { Subscriber } from '@/server/projections/subscriber'
import { timeEntries } from '@/server/projections/timeEntries'
import { broadcastSubscriber } from '@/server/publish/broadcast'
import { pusherClient } from '@/server/publish/pusherClient'
import { withTimesheetNotifications } from '@/server/publish/timesheetNotifications'

/** The read models: what can be thrown away and made anew. A new one needs a line here. */
export const projections: Subscriber[] = [sprintReports, timeEntries]

/** Everything that follows the log. */
export function subscribers(): Subscriber[] {
  const client = pusherClient()
  const otherProjections = projections.filter((each) => each !== timeEntries)
  return [
    broadcastSubscriber(client),
    ...otherProjections,
    withTimesheetNotifications(timeEntries, client),
  ]
}
