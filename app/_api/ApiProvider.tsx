'use client'

import {
  type DehydratedState,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { type ComponentType, type ReactNode, useState } from 'react'
import { apiClient } from './apiClient'
import { invalidateOnUserMessages } from './invalidateOnUserMessages'
import { trpc } from './trpc'

/** For this many milliseconds a response counts as fresh when a page shows it again. */
const STALE_AFTER_MS = 30_000

/**
 * Provides the hooks of `trpc`. All providers of a window share one cache, so each page and each
 * lazily loaded component may have its own.
 * @param state the queries that the page prefetched on the server
 */
export function ApiProvider({ state, children }: { state?: DehydratedState; children: ReactNode }) {
  const [queryClient] = useState(windowQueryClient)
  return (
    <trpc.Provider client={apiClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <HydrationBoundary state={state}>{children}</HydrationBoundary>
      </QueryClientProvider>
    </trpc.Provider>
  )
}

/** Returns a component wrapped in the provider, for lazily loaded components. */
export function withApi<Props extends object>(
  Component: ComponentType<Props>,
): ComponentType<Props> {
  return function WithApi(props: Props) {
    return (
      <ApiProvider>
        <Component {...props} />
      </ApiProvider>
    )
  }
}

let sharedClient: QueryClient | undefined

/**
 * On the server each rendered page has a cache of its own, because it contains one person's data.
 */
function windowQueryClient(): QueryClient {
  if (typeof window === 'undefined') return createQueryClient()
  if (!sharedClient) {
    sharedClient = createQueryClient()
    invalidateOnUserMessages(sharedClient)
  }
  return sharedClient
}

function createQueryClient(): QueryClient {
  // A failure is shown at once with a retry button. Requests made offline fail too; by default
  // react-query would pause them silently.
  const defaults = { networkMode: 'always', retry: false } as const
  return new QueryClient({
    defaultOptions: { queries: { ...defaults, staleTime: STALE_AFTER_MS }, mutations: defaults },
  })
}
