import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { decodePathSegment } from './requestUrl'

/** The public key and the secret that an app's web server shares with this server. */
export interface Credentials {
  key: string
  secret: string
}

/** A request to the HTTP API as received. */
export interface SignedRequest {
  method: string
  /** Path as in the request line, without the query. */
  path: string
  query: URLSearchParams
  body: Buffer
}

const CLOCK_SKEW_SECONDS = 600

/** Returns the HMAC SHA-256 of a text, in hex. */
export function sign(secret: string, text: string | Buffer): string {
  return createHmac('sha256', secret).update(text).digest('hex')
}

/** Compares two strings in constant time. */
export function equalsInConstantTime(expected: string, given: string): boolean {
  const left = Buffer.from(expected)
  const right = Buffer.from(given)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Returns the `auth` that lets one socket subscribe to one channel. */
export function signChannel(
  { key, secret }: Credentials,
  socketId: string,
  channel: string,
  channelData?: string,
): string {
  const projectBatches =
    channelData === undefined ? [socketId, channel] : [socketId, channel, channelData]
  return `${key}:${sign(secret, projectBatches.join(':'))}`
}

/** Returns the `auth` that signs one socket in as the user in `userData` (JSON). */
export function signUser({ key, secret }: Credentials, socketId: string, userData: string): string {
  return `${key}:${sign(secret, `${socketId}::user::${userData}`)}`
}

/** Returns the MD5 of a request body, in hex. */
export function bodyMd5(body: string | Buffer): string {
  return createHash('md5').update(body).digest('hex')
}

/**
 * Returns the `auth_signature` of a request: over its unescaped parameters, sorted, with lower-case
 * keys.
 */
export function signRequest(
  secret: string,
  method: string,
  path: string,
  params: Iterable<[string, string]>,
): string {
  const sorted = [...params]
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name]) => name !== 'auth_signature')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
  return sign(secret, [method.toUpperCase(), path, sorted.join('&')].join('\n'))
}

/**
 * Checks the signature of a request. Returns null when it is valid, otherwise an error message that
 * reveals no secret.
 */
export function findSignatureError(
  { key, secret }: Credentials,
  request: SignedRequest,
  nowSeconds: number,
): string | null {
  const { query, body } = request
  if (query.get('auth_key') !== key) return 'Unknown auth_key'
  if (query.get('auth_version') !== '1.0') return 'Unsupported auth_version: expected 1.0'
  const timestamp = query.get('auth_timestamp') ?? ''
  if (!/^\d{1,12}$/.test(timestamp)) return 'auth_timestamp must be seconds since 1970'
  if (Math.abs(nowSeconds - Number(timestamp)) > CLOCK_SKEW_SECONDS) {
    return `auth_timestamp is not within ${CLOCK_SKEW_SECONDS} s of the server's time`
  }
  const md5 = query.get('body_md5')
  if (body.length > 0 && md5 === null) return 'body_md5 is missing'
  if (md5 !== null && !equalsInConstantTime(bodyMd5(body), md5))
    return 'body_md5 does not match the body'
  return hasValidSignature(secret, request) ? null : 'Invalid auth_signature'
}

/**
 * Libraries sign a path before they escape it, so the escaped and the unescaped form are both
 * valid.
 */
function hasValidSignature(secret: string, { method, path, query }: SignedRequest): boolean {
  const signature = query.get('auth_signature') ?? ''
  return [path, decodePathSegment(path) ?? path].some((signedPath) =>
    equalsInConstantTime(signRequest(secret, method, signedPath, query), signature),
  )
}
