import { bodyMd5, signRequest } from '@/server/pusher-server/signature'
import { TEST_APP } from './testPusherServer'

/** Sends a request to the HTTP API with a valid signature, unless `changes` say otherwise. */
export async function signedFetch(
  port: number,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  changes: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const [bare = '', given = ''] = path.split('?')
  const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const query = new URLSearchParams(given)
  query.set('auth_key', TEST_APP.key)
  query.set('auth_timestamp', String(Math.floor(Date.now() / 1_000)))
  query.set('auth_version', '1.0')
  if (text !== undefined) query.set('body_md5', bodyMd5(text))
  for (const [name, value] of Object.entries(changes)) query.set(name, value)
  if (!query.has('auth_signature')) {
    query.set('auth_signature', signRequest(TEST_APP.secret, method, bare, query))
  }
  const response = await fetch(`http://127.0.0.1:${port}${bare}?${query}`, { method, body: text })
  return { status: response.status, body: await response.json() }
}
