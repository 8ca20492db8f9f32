'use client'

import { createTRPCReact } from '@trpc/react-query'
import type { AppRouter } from '@/server/trpc/appRouter'

/**
 * Hooks for what the server says outside of the replica. They need an `ApiProvider` around them,
 * and bring react-query with them: keep them out of what a board loads first.
 */
export const trpc = createTRPCReact<AppRouter>()
