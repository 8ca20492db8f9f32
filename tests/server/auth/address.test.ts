import { afterEach, expect, it } from 'vitest'
import { addressOf } from '@/server/auth/address'

afterEach(() => {
  delete process.env.TRUSTED_PROXIES
})

const from = (forwarded: string) => addressOf(new Headers({ 'x-forwarded-for': forwarded }))

it('is the connection, or what the nearest proxy saw', () => {
  expect(from('192.0.2.1')).toBe('192.0.2.1')
  expect(addressOf(new Headers())).toBe('unknown')
})

it('is never what a caller made up in front of it', () => {
  expect(from('10.0.0.1, 192.0.2.1')).toBe('192.0.2.1')
  expect(from('made up,,, 192.0.2.1')).toBe('192.0.2.1')
})

it('is what the outermost of our own proxies saw', () => {
  process.env.TRUSTED_PROXIES = '2'
  expect(from('made up, 192.0.2.1, 198.51.100.7')).toBe('192.0.2.1')
  expect(from('198.51.100.7')).toBe('198.51.100.7')
})
