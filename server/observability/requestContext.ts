import { AsyncLocalStorage } from 'node:async_hooks'

/** Details of a request for its line in the log. */
export interface RequestDetails {
  /** Name of a tRPC procedure. */
  procedure?: string
  /** Id of the person in the workspace. */
  person?: string
  workspace?: string
  /** Id of the project. */
  project?: string
  /** Type of the command in the request, and its outcome. */
  command?: string
  outcome?: string
}

export type RequestContext = { requestId: string } & RequestDetails

// Next bundles this module several times in one process. All copies share one storage.
const shared = globalThis as { concordRequests?: AsyncLocalStorage<RequestContext> }
shared.concordRequests ??= new AsyncLocalStorage()

/** The current requests, each in its own asynchronous context. */
export const requests = shared.concordRequests

/** Adds details to the current request. Does nothing outside a request. */
export function describeRequest(details: RequestDetails): void {
  const context = requests.getStore()
  if (context) Object.assign(context, details)
}
