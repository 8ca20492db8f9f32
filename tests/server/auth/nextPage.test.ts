import { describe, expect, it } from 'vitest'
import { nextPage } from '@/app/(auth)/next-page'

const here = 'https://concord.example'

describe('the page to go on to after signing in', () => {
  it.each(['/', '/acme/ALO/board?type=bug', '/acme/ALO-1#comments', '/invite/a_b-c', '/a//b'])(
    'may be %s',
    (wish) => {
      expect(nextPage(wish)).toBe(wish)
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
  ])('is the start where %j was wished for', (wish) => {
    expect(nextPage(wish)).toBe('/')
  })

  it('never leads a browser elsewhere', () => {
    for (const a of ['/', '\\', '\t', '\n', ' ', '.', '@', 'x']) {
      for (const b of ['/', '\\', '\t', '\r', '@', ':']) {
        for (const c of ['/', '\\', '\t', '', '.']) {
          const page = nextPage(`/${a}${b}${c}evil.example`)
          expect(new URL(page, here).origin).toBe(here)
        }
      }
    }
  })

  it('is the start where several were wished for, or none', () => {
    expect(nextPage(['/a', '/b'])).toBe('/')
    expect(nextPage(undefined)).toBe('/')
  })
})
