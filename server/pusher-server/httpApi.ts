import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { describeChannel, listChannels, listUsers } from './channelQueries'
import { HttpError, parseJson, readBody } from './httpBody'
import { publishBatch, publishEvent } from './publishEvents'
import type { PusherApp } from './pusherApp'
import { decodePathSegment, splitUrl } from './requestUrl'
import { findSignatureError, type SignedRequest } from './signature'
import { terminateConnections } from './terminateConnections'

type ResponseBody = Record<string, unknown>
type RouteHandler = (app: PusherApp, request: SignedRequest, name: string) => ResponseBody

/**
 * The routes of the HTTP API below /apps/:id. The group in a path is a channel's name or a user's
 * id.
 */
const routes: [method: 'GET' | 'POST', path: RegExp, handler: RouteHandler][] = [
  ['POST', /^\/events$/, (app, request) => publishEvent(app, parseJson(request.body))],
  ['POST', /^\/batch_events$/, (app, request) => publishBatch(app, parseJson(request.body))],
  ['GET', /^\/channels$/, (app, request) => listChannels(app, request.query)],
  ['GET', /^\/channels\/([^/]+)$/, (app, { query }, name) => describeChannel(app, name, query)],
  ['GET', /^\/channels\/([^/]+)\/users$/, (app, _, name) => listUsers(app, name)],
  [
    'POST',
    /^\/users\/([^/]+)\/terminate_connections$/,
    (app, _, userId) => terminateConnections(app, userId),
  ],
]

/** Handles plain HTTP: the signed API, and /health for monitoring. */
export function httpApi(app: PusherApp): RequestListener {
  return (request, response) => {
    handleRequest(app, request).then(
      (body) => sendJson(response, 200, body),
      (error: unknown) => {
        const { status, message } =
          error instanceof HttpError ? error : { status: 500, message: 'Internal error' }
        sendJson(response, status, { error: message })
      },
    )
  }
}

async function handleRequest(app: PusherApp, request: IncomingMessage): Promise<ResponseBody> {
  const { method = '', url = '' } = request
  const { path, query } = splitUrl(url)
  if (path === '/health') return { status: 'ok' }
  const [, appId = '', rest = ''] = /^\/apps\/([^/]+)(\/.*)$/.exec(path) ?? []
  const route = routes.find(
    ([routeMethod, pattern]) => routeMethod === method && pattern.test(rest),
  )
  if (!route) throw new HttpError(404, 'No such resource')
  if (decodePathSegment(appId) !== app.appId) throw new HttpError(404, 'No such app')

  const body = await readBody(request, app.limits.maxBodyBytes)
  const signedRequest = { method, path, query, body }
  const signatureError = findSignatureError(app, signedRequest, Math.floor(Date.now() / 1_000))
  if (signatureError) throw new HttpError(401, signatureError)
  const [, pattern, handler] = route
  const name = decodePathSegment(pattern.exec(rest)?.[1] ?? '')
  if (name === null) throw new HttpError(400, 'The path is not escaped properly')
  return handler(app, signedRequest, name)
}

function sendJson(response: ServerResponse, status: number, body: ResponseBody): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
