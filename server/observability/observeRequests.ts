import { randomUUID } from 'node:crypto'
import diagnosticsChannel from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { logger } from './logger'
import { observeHttpRequest } from './metrics'
import { type RequestContext, requests } from './requestContext'

/**
 * Node publishes every request on this channel before the server's own handlers run, in the same
 * context.
 */
const REQUEST_START = 'http.server.request.start'
/** Frequent requests of machines, logged only at level debug. */
const QUIET_PATH = /^\/(_next\/|api\/(health|metrics)$|favicon|fonts\/)/
const REQUEST_ID = /^[\w.-]{1,64}$/

// Hot reload runs this module again in the same process.
const shared = globalThis as { concordObservesRequests?: boolean }

/**
 * Logs every request to this process's web server in one line when it ends, and records its
 * duration. The request id is the sender's `x-request-id`, otherwise a new one, and is returned in
 * that header.
 */
export function observeRequests(): void {
  if (shared.concordObservesRequests) return
  shared.concordObservesRequests = true
  diagnosticsChannel.subscribe(REQUEST_START, (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    observe(request, response)
  })
}

function observe(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now()
  const givenId = request.headers['x-request-id']
  const context: RequestContext = {
    requestId: typeof givenId === 'string' && REQUEST_ID.test(givenId) ? givenId : randomUUID(),
  }
  requests.enterWith(context)
  response.setHeader('x-request-id', context.requestId)
  // Next adds ten listeners of its own to a streamed page; Node warns about the eleventh.
  response.setMaxListeners(response.getMaxListeners() + 1)
  response.once('close', () => {
    const ms = Math.round((performance.now() - began) * 10) / 10
    const { method = '', url = '' } = request
    // The query may contain private data, such as search terms or a sign-in code.
    const path = url.split('?')[0] ?? ''
    const status = response.writableFinished ? response.statusCode : 499
    logRequest({ ...context, method, path, status, ms })
    observeHttpRequest({ method, path, status, seconds: ms / 1_000, procedure: context.procedure })
  })
}

interface RequestLine extends RequestContext {
  method: string
  path: string
  /** The HTTP status; 499 when the connection ended before the answer. */
  status: number
  ms: number
}

function logRequest(line: RequestLine): void {
  if (QUIET_PATH.test(line.path)) logger().debug(line, 'request')
  else if (line.status >= 500) logger().error(line, 'request')
  else logger().info(line, 'request')
}
