import { accountRouter } from './account'
import { router } from './base'

/** Every procedure there is. A new one needs a line in tests/server/access/table.ts. */
export const appRouter = router({
  account: accountRouter,
})

export type AppRouter = typeof appRouter
