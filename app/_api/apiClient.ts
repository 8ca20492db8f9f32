import { createTRPCClient, type HTTPLinkOptions, httpLink, type TRPCClient } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/trpc/appRouter'

/** Every procedure of the server, by its path, with the types of its input and its answer. */
export type ApiClient = TRPCClient<AppRouter>

/** What the procedures answer with, by their names. */
export type RouterOutputs = inferRouterOutputs<AppRouter>

/** The server as tests reach it: with a cookie of their own, and without a network. */
type ApiEndpoint = Pick<
  HTTPLinkOptions<AppRouter['_def']['_config']['$types']>,
  'headers' | 'fetch'
>

/** A client of the procedures at an address. Requests go one by one; none waits for another. */
export function createApiClient(url: string, endpoint: ApiEndpoint = {}): ApiClient {
  return createTRPCClient<AppRouter>({ links: [httpLink({ url, ...endpoint })] })
}

/** The browser's client. Components that show what the server says use the hooks of `trpc`. */
export const apiClient = createApiClient('/api/trpc')
