import { AsyncLocalStorage } from 'node:async_hooks'

/** What is known of a request by the time that it ends, for its line in the log. */
export interface RequestDetails {
  /** Name of a tRPC procedure. */
  procedure?: string
  /** Id of the person, as somebody of a workspace. */
  person?: string
  workspace?: string
  /** Id of the project. */
  project?: string
  /** Type of the command that it sent, and how that ended. */
  command?: string
  outcome?: string
}

export type RequestContext = { requestId: string } & RequestDetails

// Next bundles this module several times in one process; they all share one storage.
const shared = globalThis as { concordRequests?: AsyncLocalStorage<RequestContext> }
shared.concordRequests ??= new AsyncLocalStorage()

/** The requests that are being answered, each in its own asynchronous context. */
export const requests = shared.concordRequests

/** Adds to what is known of the current request; nothing where there is none. */
export function describeRequest(details: RequestDetails): void {
  const context = requests.getStore()
  if (context) Object.assign(context, details)
}
