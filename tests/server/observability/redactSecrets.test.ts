import { expect, onTestFinished, test } from 'vitest'
import { createLogger } from '@/server/observability/logger'

process.env.LOG_LEVEL = 'info'

function capturedLog() {
  const lines: string[] = []
  const log = createLogger({ write: (line) => lines.push(line) })
  return { log, lines, text: () => lines.join('') }
}

test('a line of the log is one JSON object with a level, a time and a message', () => {
  const { log, lines } = capturedLog()
  log.info({ ms: 3 }, 'request')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    ms: 3,
    msg: 'request',
  })
})

test('values under the names of secrets are redacted, at the top level and below', () => {
  const { log, text } = capturedLog()
  log.info({ password: 'hunter-1', person: 'ada' }, 'x')
  log.info({ input: { token: 'hunter-2', name: 'Ada' } }, 'x')
  log.info({ request: { headers: { cookie: 'a=hunter-3', authorization: 'hunter-4' } } }, 'x')
  expect(text()).not.toContain('hunter')
  expect(text()).toContain('ada')
  expect(text()).toContain('Ada')
  expect(text().match(/\[redacted\]/g)).toHaveLength(4)
})

test('secrets within texts and errors are redacted', () => {
  const { log, text } = capturedLog()
  const token = `eyJhbGciOiJkaXIifQ..${'a'.repeat(20)}.hunter5.hunter6`
  log.error({ err: new Error('connect to postgres://concord:hunter7@db:5432/concord') }, 'x')
  log.warn({ path: '/invite/hunter8' }, `sent Bearer hunter9 and ${token}`)
  expect(text()).not.toContain('hunter')
  expect(text()).toContain('postgres://concord:[redacted]@db:5432/concord')
  expect(text()).toContain('/invite/[redacted]')
})

test('LOG_LEVEL sets the lowest level that is written to the log', () => {
  process.env.LOG_LEVEL = 'warn'
  onTestFinished(() => {
    process.env.LOG_LEVEL = 'info'
  })
  const { log, lines } = capturedLog()
  log.info('quiet')
  log.warn('loud')
  expect(lines).toHaveLength(1)
})
