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

/** So long an answer counts as new when a page shows it again. */
const STALE_AFTER_MS = 30_000

/**
 * Gives everything inside it the hooks of `trpc`. All providers of a window share one cache, so
 * each page and each part that is loaded late may bring its own.
 * @param state what the page has read on the server
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

/** A component with the provider around it, for parts that are loaded late. */
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

/** On the server each page that is drawn has a cache of its own: it holds what one person may see. */
function windowQueryClient(): QueryClient {
  if (typeof window === 'undefined') return createQueryClient()
  if (!sharedClient) {
    sharedClient = createQueryClient()
    invalidateOnUserMessages(sharedClient)
  }
  return sharedClient
}

function createQueryClient(): QueryClient {
  // A failure is shown at once, with a way to try again; requests made offline fail as well,
  // where react-query would let them wait in silence.
  const defaults = { networkMode: 'always', retry: false } as const
  return new QueryClient({
    defaultOptions: { queries: { ...defaults, staleTime: STALE_AFTER_MS }, mutations: defaults },
  })
}
