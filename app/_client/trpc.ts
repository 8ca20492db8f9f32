import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/trpc/router'
import { procedures } from './requests'

/** Every procedure of the server, by its path. Requests go one by one; none waits for another. */
export const trpc = procedures({ url: '/api/trpc' })

/** What the procedures answer with, by their names. */
export type Outputs = inferRouterOutputs<AppRouter>
