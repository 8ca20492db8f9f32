import { createServerSideHelpers } from '@trpc/react-query/server'
import { headers } from 'next/headers'
import { appRouter } from './appRouter'
import { createContext } from './context'

/**
 * Returns the procedures for use by a page on the server, with the caller's rights. `dehydrate()`
 * passes the fetched data to the browser, as the `state` of an ApiProvider, where the hooks of the
 * same procedures find it.
 */
export async function prefetchHelpers() {
  return createServerSideHelpers({
    router: appRouter,
    ctx: await createContext(await headers()),
  })
}
