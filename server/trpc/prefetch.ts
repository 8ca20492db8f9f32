import { createServerSideHelpers } from '@trpc/react-query/server'
import { headers } from 'next/headers'
import { appRouter } from './appRouter'
import { createContext } from './context'

/**
 * The procedures as a page calls them while it is drawn, as whoever asks for it. What was fetched
 * goes to the browser with `dehydrate()`, as the `state` of an ApiProvider, where the hooks of the
 * same procedures find it.
 */
export async function prefetchHelpers() {
  return createServerSideHelpers({
    router: appRouter,
    ctx: await createContext(await headers()),
  })
}
