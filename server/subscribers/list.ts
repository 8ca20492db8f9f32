import { broadcastTo } from './broadcast'
import { realtimeClient } from './realtimeClient'
import { reports } from './reports'
import type { Subscriber } from './subscriber'
import { time } from './time'

/** The read models: what can be thrown away and made anew. A new one needs a line here. */
export const readModels: Subscriber[] = [reports, time]

/** Everything that follows the log. */
export function subscribers(): Subscriber[] {
  return [broadcastTo(realtimeClient()), ...readModels]
}
