import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { App } from './app'
import { describeChannel, listChannels, listUsers } from './channelQueries'
import { HttpProblem, parseJson, readBody } from './httpBody'
import { publish, publishBatch } from './publish'
import { splitUrl, unescapePath } from './requestUrl'
import { type SignedRequest, whyRefused } from './signature'
import { terminateConnections } from './terminate'

type Answer = Record<string, unknown>
type Handler = (app: App, request: SignedRequest, name: string) => Answer

/** The HTTP API below /apps/:id; the group in a path is a channel's name or a user's id. */
const routes: [method: 'GET' | 'POST', path: RegExp, handler: Handler][] = [
  ['POST', /^\/events$/, (app, request) => publish(app, parseJson(request.body))],
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

/** Answers plain HTTP: the signed API, and /health for whoever watches the process. */
export function httpApi(app: App): RequestListener {
  return (request, response) => {
    answer(app, request).then(
      (body) => reply(response, 200, body),
      (error: unknown) => {
        const { status, message } =
          error instanceof HttpProblem ? error : { status: 500, message: 'Internal error' }
        reply(response, status, { error: message })
      },
    )
  }
}

async function answer(app: App, request: IncomingMessage): Promise<Answer> {
  const { method = '', url = '' } = request
  const { path, query } = splitUrl(url)
  if (path === '/health') return { status: 'ok' }
  const [, appId = '', rest = ''] = /^\/apps\/([^/]+)(\/.*)$/.exec(path) ?? []
  const route = routes.find(([verb, pattern]) => verb === method && pattern.test(rest))
  if (!route) throw new HttpProblem(404, 'No such resource')
  if (unescapePath(appId) !== app.appId) throw new HttpProblem(404, 'No such app')

  const body = await readBody(request, app.limits.maxBodyBytes)
  const signed = { method, path, query, body }
  const refusal = whyRefused(app, signed, Math.floor(Date.now() / 1_000))
  if (refusal) throw new HttpProblem(401, refusal)
  const [, pattern, handler] = route
  const name = unescapePath(pattern.exec(rest)?.[1] ?? '')
  if (name === null) throw new HttpProblem(400, 'The path is not escaped properly')
  return handler(app, signed, name)
}

function reply(response: ServerResponse, status: number, body: Answer): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
}
