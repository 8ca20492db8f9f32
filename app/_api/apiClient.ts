import type { TRPCClient } from '@trpc/client'
import type { AppRouter } from '@/server/trpc/appRouter'

/** Every procedure of the server, by its path, with the types of its input and its answer. */
export type ApiClient = TRPCClient<AppRouter>

/** The way to the server. */
export interface ApiEndpoint {
  /** Where the procedures are, such as `/api/trpc`. */
  url: string
  headers?: Record<string, string>
  fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** What the server tells of a request that it refused. */
export interface RequestErrorData {
  httpStatus: number
  /** What is wrong with each input, by its name. */
  fields?: Record<string, string> | null
}

/** A request that failed; `data` is null where no answer of ours came at all. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly data: RequestErrorData | null,
  ) {
    super(message)
    this.name = 'RequestError'
  }
}

interface Procedure {
  query: CallProcedure
  mutate: CallProcedure
}

type CallProcedure = (input?: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>

interface ResponseBody {
  result?: { data?: unknown }
  error?: { message: string; data?: RequestErrorData }
}

/**
 * A client of the procedures at an endpoint: `createApiClient(endpoint).task.get.query(input)`. Each
 * request goes alone and throws a `RequestError`. The wire is tRPC's, written by hand because its
 * client is several times this size.
 */
export function createApiClient(endpoint: ApiEndpoint): ApiClient {
  return procedureProxy([], endpoint) as ApiClient
}

/** A procedure by its path as text, such as `task.move`. */
export function procedureByPath(client: ApiClient, path: string): Procedure {
  const found = path
    .split('.')
    .reduce<unknown>((parent, name) => (parent as ProcedureTree)[name], client)
  return found as Procedure
}

type ProcedureTree = Record<string, unknown>

function procedureProxy(path: string[], endpoint: ApiEndpoint): unknown {
  return new Proxy({} as ProcedureTree, {
    get: (_, name) => {
      // Nobody may take it for a promise.
      if (typeof name === 'symbol' || name === 'then') return undefined
      if (name === 'query') return queryProcedure(path.join('.'), endpoint)
      return name === 'mutate'
        ? mutateProcedure(path.join('.'), endpoint)
        : procedureProxy([...path, name], endpoint)
    },
  })
}

function queryProcedure(path: string, endpoint: ApiEndpoint): CallProcedure {
  return (input, options) => {
    const queryString =
      input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    return sendRequest(endpoint, path + queryString, { headers: endpoint.headers, ...options })
  }
}

function mutateProcedure(path: string, endpoint: ApiEndpoint): CallProcedure {
  return (input, options) => {
    const headers = { ...endpoint.headers, 'content-type': 'application/json' }
    const body = JSON.stringify(input)
    return sendRequest(endpoint, path, { method: 'POST', headers, body, ...options })
  }
}

async function sendRequest(
  endpoint: ApiEndpoint,
  path: string,
  init: RequestInit,
): Promise<unknown> {
  const fetchResponse = endpoint.fetch ?? fetch
  let status: number
  let body: ResponseBody
  try {
    const response = await fetchResponse(`${endpoint.url}/${path}`, init)
    status = response.status
    body = (await response.json()) ?? {}
  } catch (cause) {
    throw new RequestError(cause instanceof Error ? cause.message : String(cause), null)
  }
  const { result, error } = body
  if (result) return result.data
  if (!error) throw new RequestError('The server answered in another tongue.', null)
  throw new RequestError(error.message, { ...error.data, httpStatus: status })
}
