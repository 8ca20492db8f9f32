import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** The issuer's claims about a person. */
export interface Claims {
  sub: string
  name?: string
  email?: string
  email_verified?: boolean
}

/**
 * Starts a small OpenID Connect issuer on its own port: discovery, keys and tokens with RS256
 * signatures. `consent` stands for the page on which the person agrees to sign in; it returns the
 * query string of the redirect back.
 */
export async function oidcIssuer() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, Claims & { nonce: string | null; aud: string | null }>()
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(await answer(request)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => new Promise((done) => server.close(done)))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage) {
    if (request.url === '/.well-known/openid-configuration') {
      return {
        issuer: url,
        authorization_endpoint: `${url}/authorize`,
        token_endpoint: `${url}/token`,
        jwks_uri: `${url}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      }
    }
    if (request.url === '/keys') return { keys: [publicKey.export({ format: 'jwk' })] }
    let body = ''
    for await (const chunk of request) body += chunk
    const code = new URLSearchParams(body).get('code') ?? ''
    return {
      access_token: 'unused',
      token_type: 'Bearer',
      id_token: idToken(codes.get(code) ?? {}),
    }
  }

  function idToken(claims: object): string {
    const now = Math.floor(Date.now() / 1000)
    const parts = [
      { alg: 'RS256', typ: 'JWT' },
      { iss: url, iat: now, exp: now + 60, ...claims },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    const signed = parts.join('.')
    return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
  }

  function consent(authorizeUrl: string, claims: Claims): string {
    const query = new URL(authorizeUrl).searchParams
    const code = randomUUID()
    codes.set(code, { ...claims, nonce: query.get('nonce'), aud: query.get('client_id') })
    return new URLSearchParams({ code, state: query.get('state') ?? '' }).toString()
  }

  return { url, consent }
}
