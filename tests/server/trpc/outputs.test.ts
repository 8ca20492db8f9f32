import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { z } from 'zod'
import type { StoredEvent } from '@/domain/events'
import { appRouter } from '@/server/trpc/appRouter'
import { checkedOutput } from '@/server/trpc/outputs/checkedOutput'
import { storedEventOutput } from '@/server/trpc/outputs/events'
import { exactly } from '@/server/trpc/outputs/exactly'

type Router = { _def: { procedures: object } }

/** Returns the declared output of each procedure by path; null when it has none. */
function outputsOf(router: Router): [path: string, output: z.ZodType | null][] {
  return Object.entries(router._def.procedures).map(([path, procedure]) => {
    const { output } = procedure._def
    return [path, output instanceof z.ZodType ? output : null]
  })
}

/** No procedure returns this value. */
const nonsense = Symbol('not a result')

describe('outputs of procedures', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  it('every procedure declares its output', () => {
    const outputs = outputsOf(appRouter)
    expect(outputs.length).toBeGreaterThan(50)
    expect(outputs.filter(([, output]) => output === null)).toEqual([])
  })

  it('every result is checked outside production', async () => {
    const unchecked: string[] = []
    for (const [path, output] of outputsOf(appRouter)) {
      const checked = await output?.parseAsync(nonsense).then(
        () => false,
        () => true,
      )
      if (!checked) unchecked.push(path)
    }
    expect(unchecked).toEqual([])
  })

  it('no result is checked in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    vi.resetModules()
    const production = await import('@/server/trpc/appRouter')
    const outputs = outputsOf(production.appRouter)
    expect(outputs.length).toBe(outputsOf(appRouter).length)
    for (const [path, output] of outputs) {
      expect([path, await output?.parseAsync(nonsense)]).toEqual([path, nonsense])
    }
  })

  it('an output that is not checked still contains the schema of the result', () => {
    const output = checkedOutput(z.strictObject({ name: z.string() }), 'production')
    expect(output).toBeInstanceOf(z.ZodObject)
    expect(z.toJSONSchema(output)).toMatchObject({ properties: { name: { type: 'string' } } })
  })
})

const golden: { events: StoredEvent[] } = JSON.parse(
  readFileSync(new URL('../../domain/golden/goldenLog.json', import.meta.url), 'utf8'),
)

/**
 * Returns true for the known deviations of the golden log: short ids, where real ones are UUIDs,
 * and a misspelt category.
 */
const isOfGoldenLog = (issue: z.core.$ZodIssue) =>
  (issue.code === 'invalid_format' && issue.format === 'guid') ||
  issue.path.join('.') === 'data.category'

test.each(golden.events.map((event) => [event.type, event.seq, event] as const))(
  'the output of events describes %s as the log has it (event %i)',
  (_type, _seq, event) => {
    const issues = storedEventOutput.safeParse(event).error?.issues ?? []
    expect(issues.filter((issue) => !isOfGoldenLog(issue))).toEqual([])
  },
)

test('an event with a field that its type lacks is rejected', () => {
  const [event] = golden.events
  expect(storedEventOutput.safeParse({ ...event, surplus: 1 }).error?.issues).toContainEqual(
    expect.objectContaining({ code: 'unrecognized_keys', keys: ['surplus'] }),
  )
})

test('a schema that differs from its type is a compile error', () => {
  interface Named {
    name: string
    nickname?: string
  }
  const name = z.string()
  exactly<Named>()(z.strictObject({ name, nickname: name.optional() }))
  // @ts-expect-error The schema lacks an optional field.
  exactly<Named>()(z.strictObject({ name }))
  // @ts-expect-error The schema has a field of its own.
  exactly<Named>()(z.strictObject({ name, nickname: name.optional(), age: z.number() }))
  // @ts-expect-error The schema lets null through.
  exactly<Named>()(z.strictObject({ name: name.nullable(), nickname: name.optional() }))
  // @ts-expect-error The schema lacks a value of the type.
  expect(exactly<'a' | 'b'>()(z.enum(['a'])).safeParse('b').success).toBe(false)
})
