import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/trpc/appRouter'
import { createApiClient } from './apiClient'

/** Every procedure of the server, by its path. Requests go one by one; none waits for another. */
export const trpc = createApiClient({ url: '/api/trpc' })

/** What the procedures answer with, by their names. */
export type RouterOutputs = inferRouterOutputs<AppRouter>
