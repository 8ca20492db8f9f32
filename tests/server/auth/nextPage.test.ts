import { describe, expect, it } from 'vitest'
import { safeNextPath } from '@/app/_features/auth/safeNextPath'

const origin = 'https://concord.example'

describe('the page after signing in', () => {
  it.each(['/', '/acme/ALO/board?type=bug', '/acme/ALO-1#comments', '/invite/a_b-c', '/a//b'])(
    'the page %s of this site is kept',
    (generated) => {
      expect(safeNextPath(generated)).toBe(generated)
    },
  )

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\\evil.example',
    '\t//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '/acme\u0000',
    '',
  ])('the unsafe address %j is replaced by the start page', (generated) => {
    expect(safeNextPath(generated)).toBe('/')
  })

  it('the page never leads to another site', () => {
    for (const a of ['/', '\\', '\t', '\n', ' ', '.', '@', 'x']) {
      for (const b of ['/', '\\', '\t', '\r', '@', ':']) {
        for (const c of ['/', '\\', '\t', '', '.']) {
          const page = safeNextPath(`/${a}${b}${c}evil.example`)
          expect(new URL(page, origin).origin).toBe(origin)
        }
      }
    }
  })

  it('the page is the start page when several or none were requested', () => {
    expect(safeNextPath(['/a', '/b'])).toBe('/')
    expect(safeNextPath(undefined)).toBe('/')
  })
})
