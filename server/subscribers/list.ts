import { broadcastTo } from './broadcast'
import { realtimeClient } from './realtimeClient'
import { reports } from './reports'
import type { Subscriber } from './subscriber'
import { tellingOfTime } from './tellTime'
import { time } from './time'

/** The read models: what can be thrown away and made anew. A new one needs a line here. */
export const readModels: Subscriber[] = [reports, time]

/** Everything that follows the log. */
export function subscribers(): Subscriber[] {
  const client = realtimeClient()
  const others = readModels.filter((each) => each !== time)
  return [broadcastTo(client), ...others, tellingOfTime(time, client)]
}
