import { broadcastTo } from './broadcast'
import { realtimeClient } from './realtimeClient'
import type { Subscriber } from './subscriber'

/** Everything that follows the log. A new subscriber needs a line here, and no more. */
export function subscribers(): Subscriber[] {
  return [broadcastTo(realtimeClient())]
}
