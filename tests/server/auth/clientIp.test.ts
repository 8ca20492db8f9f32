import { afterEach, expect, it } from 'vitest'
import { clientIp } from '@/server/auth/clientIp'

afterEach(() => {
  delete process.env.TRUSTED_PROXIES
})

const addressFrom = (forwarded: string) => clientIp(new Headers({ 'x-forwarded-for': forwarded }))

it('the client IP is the address of the connection, or the one that the nearest proxy saw', () => {
  expect(addressFrom('192.0.2.1')).toBe('192.0.2.1')
  expect(clientIp(new Headers())).toBe('unknown')
})

it('the client IP never comes from a header that the client forged', () => {
  expect(addressFrom('10.0.0.1, 192.0.2.1')).toBe('192.0.2.1')
  expect(addressFrom('made up,,, 192.0.2.1')).toBe('192.0.2.1')
})

it('the client IP is the one that the outermost of our own proxies saw', () => {
  process.env.TRUSTED_PROXIES = '2'
  expect(addressFrom('made up, 192.0.2.1, 198.51.100.7')).toBe('192.0.2.1')
  expect(addressFrom('198.51.100.7')).toBe('198.51.100.7')
})
