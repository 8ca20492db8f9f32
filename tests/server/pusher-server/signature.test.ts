import { describe, expect, it } from 'vitest'
import {
  bodyMd5,
  equalsInConstantTime,
  findSignatureError,
  type SignedRequest,
  sign,
  signChannel,
  signRequest,
  signUser,
} from '@/server/pusher-server/signature'
import vectors from './fixtures/pusher-signature-vectors.json'

describe('the test vectors of the protocol', () => {
  it.each(vectors.user_auth)(
    'the signature of the user $user.id matches',
    ({ key, secret, socket_id, user, auth }) => {
      expect(signUser({ key, secret }, socket_id, JSON.stringify(user))).toBe(auth)
    },
  )

  it.each(vectors.webhook)(
    'the signature of a webhook body matches',
    ({ secret, body, signature }) => {
      expect(sign(secret, body)).toBe(signature)
    },
  )

  it.each(vectors.rest_body_md5)('the digest of a request body matches', ({ body, body_md5 }) => {
    expect(bodyMd5(body)).toBe(body_md5)
  })

  // The worked examples of the protocol's documentation.
  const documented = { key: '278d425bdf160c739803', secret: '7ad3773142a6692b25b8' }

  it('the signature of a private channel matches', () => {
    expect(signChannel(documented, '1234.1234', 'private-foobar')).toBe(
      '278d425bdf160c739803:58df8b0c36d6982b82c3ecf6b4662e34fe8c25bba48f5369f135bf843651c3a4',
    )
  })

  it('the signature of a presence channel matches', () => {
    const person = '{"user_id":10,"user_info":{"name":"Mr. Channels"}}'
    expect(signChannel(documented, '1234.1234', 'presence-foobar', person)).toBe(
      '278d425bdf160c739803:31935e7d86dba64c2a90aed31fdc61869f9b22ba9d8863bba239c03ca481bc80',
    )
  })

  it('the signature of a request matches', () => {
    const params: [string, string][] = [
      ['auth_version', '1.0'],
      ['auth_timestamp', '1353088179'],
      ['auth_key', documented.key],
      ['body_md5', 'ec365a775a4cd0599faeb73354201b6f'],
    ]
    expect(
      bodyMd5('{"name":"foo","channels":["project-3"],"data":"{\\"some\\":\\"data\\"}"}'),
    ).toBe('ec365a775a4cd0599faeb73354201b6f')
    expect(signRequest(documented.secret, 'POST', '/apps/3/events', params)).toBe(
      'da454824c97ba181a32ccc17a72625ba02771f50b50e1e7430e47a1f3f457e6c',
    )
  })
})

describe('checking the signature of a request', () => {
  const credentials = { key: 'k', secret: 's' }
  const now = 1_700_000_000

  function signed(changes: Record<string, string> = {}, body = '{}'): SignedRequest {
    const params = {
      auth_key: 'k',
      auth_timestamp: String(now),
      auth_version: '1.0',
      body_md5: bodyMd5(body),
      ...changes,
    }
    const query = new URLSearchParams(params)
    query.set('auth_signature', signRequest('s', 'POST', '/apps/1/events', query))
    return { method: 'POST', path: '/apps/1/events', query, body: Buffer.from(body) }
  }

  it('a correctly signed request is accepted', () => {
    expect(findSignatureError(credentials, signed(), now)).toBeNull()
  })

  it.each([-600, 600])('a request is accepted when the clocks differ by %i seconds', (seconds) => {
    expect(findSignatureError(credentials, signed(), now + seconds)).toBeNull()
  })

  it.each([-601, 601])('a request is rejected when the clocks differ by %i seconds', (seconds) => {
    expect(findSignatureError(credentials, signed(), now + seconds)).toMatch(/600 s/)
  })

  it.each([
    ['another key', { auth_key: 'other' }, /auth_key/],
    ['another version', { auth_version: '2.0' }, /auth_version/],
    ['a timestamp that is not a number', { auth_timestamp: 'soon' }, /auth_timestamp/],
    ['the digest of another body', { body_md5: bodyMd5('{ }') }, /body_md5/],
  ])('a correctly signed request with %s is rejected', (_, changes, reason) => {
    expect(findSignatureError(credentials, signed(changes), now)).toMatch(reason)
  })

  it('a body that the signature does not cover is rejected', () => {
    const query = new URLSearchParams({
      auth_key: 'k',
      auth_timestamp: String(now),
      auth_version: '1.0',
    })
    query.set('auth_signature', signRequest('s', 'POST', '/apps/1/events', query))
    expect(findSignatureError(credentials, { ...signed(), query }, now)).toMatch(
      /body_md5 is missing/,
    )
  })

  it('a request that was changed after signing is rejected', () => {
    const request = signed()
    request.query.set('extra', '1')
    expect(findSignatureError(credentials, request, now)).toBe('Invalid auth_signature')
    expect(findSignatureError(credentials, { ...signed(), method: 'PUT' }, now)).toMatch(
      /signature/,
    )
    expect(findSignatureError(credentials, { ...signed(), path: '/apps/2/events' }, now)).toMatch(
      /signature/,
    )
    expect(findSignatureError({ key: 'k', secret: 't' }, signed(), now)).toMatch(/signature/)
  })

  it('a signature over the unescaped path is accepted', () => {
    const { query, ...rest } = signed()
    query.delete('auth_signature')
    query.set('auth_signature', signRequest('s', 'POST', '/apps/1/users/å b/x', query))
    const request = { ...rest, query, path: '/apps/1/users/%C3%A5%20b/x' }
    expect(findSignatureError(credentials, request, now)).toBeNull()
  })
})

it('texts of any length are compared without throwing', () => {
  expect(equalsInConstantTime('same', 'same')).toBe(true)
  expect(equalsInConstantTime('same', 'some')).toBe(false)
  expect(equalsInConstantTime('same', 'longer')).toBe(false)
  expect(equalsInConstantTime('same', '')).toBe(false)
})
