'use client'

import { createTRPCReact } from '@trpc/react-query'
import type { AppRouter } from '@/server/trpc/appRouter'

/**
 * Hooks for server state outside the replica. They require an `ApiProvider` and include
 * react-query, so a board's first chunk must not import them.
 */
export const trpc = createTRPCReact<AppRouter>()
