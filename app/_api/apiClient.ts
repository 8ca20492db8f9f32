import { createTRPCClient, type HTTPLinkOptions, httpLink, type TRPCClient } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/trpc/appRouter'

/** All procedures of the server by path, with the types of their inputs and outputs. */
export type ApiClient = TRPCClient<AppRouter>

/** The output types of the procedures by path. */
export type RouterOutputs = inferRouterOutputs<AppRouter>

/** Lets tests reach the server with a cookie of their own and without a network. */
type ApiEndpoint = Pick<
  HTTPLinkOptions<AppRouter['_def']['_config']['$types']>,
  'headers' | 'fetch'
>

/**
 * Creates a client of the procedures at a URL. Requests are not batched, so that none waits for
 * another.
 */
export function createApiClient(url: string, endpoint: ApiEndpoint = {}): ApiClient {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url, ...endpoint })] })
}

/** The browser's client. Components that show server state use the hooks of `trpc` instead. */
export const apiClient = createApiClient('/api/trpc')
