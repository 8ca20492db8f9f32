import { accountRouter } from './account'
import { router } from './base'
import { boardRouter } from './routers/board'
import { eventsRouter } from './routers/events'

/** Every procedure there is. A new one needs a line in tests/server/access/table.ts. */
export const appRouter = router({
  account: accountRouter,
  board: boardRouter,
  events: eventsRouter,
})

export type AppRouter = typeof appRouter
