import { Agent, request } from 'node:http'
import type { TestServer } from './testServer'

/** Calls a mutation of the API by path over keep-alive connections and returns its result. */
export type ProcedureCall = <T>(path: string, input: object) => Promise<T>

/**
 * Creates a signed-in API client with a limited number of connections and as little overhead as
 * Node allows.
 */
export function createHttpClient(
  testServer: TestServer,
  cookie: string,
  connections: number,
): ProcedureCall {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { cookie, 'content-type': 'application/json', origin: testServer.address }
  return (path, input) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify(input)
      const options = {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      }
      const sent = request(`${testServer.address}/api/trpc/${path}`, options, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          const text = Buffer.concat(parts).toString()
          if (response.statusCode === 200) resolve(JSON.parse(text).result.data)
          else reject(new Error(`${path} answered ${response.statusCode}: ${text.slice(0, 300)}`))
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
}
