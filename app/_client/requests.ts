import type { TRPCClient } from '@trpc/client'
import type { AppRouter } from '@/server/trpc/router'

/** Every procedure of the server, by its path, with the types of its input and its answer. */
export type Procedures = TRPCClient<AppRouter>

/** The way to the server. */
export interface Line {
  /** Where the procedures are, such as `/api/trpc`. */
  url: string
  headers?: Record<string, string>
  fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** What the server tells of a request that it refused. */
export interface Refusal {
  httpStatus: number
  /** What is wrong with each input, by its name. */
  fields?: Record<string, string> | null
}

/** A request that failed; `data` is null where no answer of ours came at all. */
export class RequestError extends Error {
  constructor(
    message: string,
    readonly data: Refusal | null,
  ) {
    super(message)
    this.name = 'RequestError'
  }
}

interface Procedure {
  query: Send
  mutate: Send
}

type Send = (input?: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>

interface Answer {
  result?: { data?: unknown }
  error?: { message: string; data?: Refusal }
}

/**
 * The procedures at the other end of a line: `procedures(line).task.open.query(input)`. Each
 * request goes alone and throws a `RequestError`. The wire is tRPC's, written by hand because its
 * client is several times this size.
 */
export function procedures(line: Line): Procedures {
  return under([], line) as Procedures
}

/** A procedure by its path as text, such as `task.move`. */
export function procedureAt(all: Procedures, path: string): Procedure {
  const found = path.split('.').reduce<unknown>((at, name) => (at as Named)[name], all)
  return found as Procedure
}

type Named = Record<string, unknown>

function under(path: string[], line: Line): unknown {
  return new Proxy({} as Named, {
    get: (_, name) => {
      // Nobody may take it for a promise.
      if (typeof name === 'symbol' || name === 'then') return undefined
      if (name === 'query') return read(path.join('.'), line)
      return name === 'mutate' ? change(path.join('.'), line) : under([...path, name], line)
    },
  })
}

function read(path: string, line: Line): Send {
  return (input, options) => {
    const asked = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    return answerTo(line, path + asked, { headers: line.headers, ...options })
  }
}

function change(path: string, line: Line): Send {
  return (input, options) => {
    const headers = { ...line.headers, 'content-type': 'application/json' }
    const body = JSON.stringify(input)
    return answerTo(line, path, { method: 'POST', headers, body, ...options })
  }
}

async function answerTo(line: Line, path: string, init: RequestInit): Promise<unknown> {
  const send = line.fetch ?? fetch
  let status: number
  let answer: Answer
  try {
    const response = await send(`${line.url}/${path}`, init)
    status = response.status
    answer = (await response.json()) ?? {}
  } catch (cause) {
    throw new RequestError(cause instanceof Error ? cause.message : String(cause), null)
  }
  const { result, error } = answer
  if (result) return result.data
  if (!error) throw new RequestError('The server answered in another tongue.', null)
  throw new RequestError(error.message, { ...error.data, httpStatus: status })
}
