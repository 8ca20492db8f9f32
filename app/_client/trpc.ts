import { createTRPCClient, httpLink } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/trpc/router'

/** Every procedure of the server, by its path. Requests go one by one; none waits for another. */
export const trpc = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] })

/** What the procedures answer with, by their names. */
export type Outputs = inferRouterOutputs<AppRouter>
