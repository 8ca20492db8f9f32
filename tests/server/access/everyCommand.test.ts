import { describe, expect, it } from 'vitest'
import { COMMANDS } from '@/domain/commandRegistry'
import type { CommandType } from '@/domain/commands'
import { appRouter } from '@/server/trpc/appRouter'
import { allProcedures } from './allProcedures'

/** Sent by the server itself: the other half of a transfer, and what an import brings. */
const NOT_IN_THE_API: CommandType[] = ['task.receive', 'task.import', 'sprint.import']

const procedures: Record<string, unknown> = appRouter._def.procedures
const types = Object.values(COMMANDS).map((definition) => definition.type)

it('there is a definition for every type of command, under its own name', () => {
  expect(types).toEqual(Object.keys(COMMANDS))
})

describe.each(types)('the command %s', (type) => {
  const isInApi = !NOT_IN_THE_API.includes(type)

  it('has a procedure of its name with an input, unless only the server sends it', () => {
    expect(procedures[type] !== undefined).toBe(isInApi)
    if (isInApi) expect(procedures[type]).toHaveProperty('_def.inputs.length', expect.any(Number))
  })

  it('has an access entry that says what its definition says', () => {
    expect(allProcedures[type]?.allowed).toBe(isInApi ? COMMANDS[type].role : undefined)
  })
})
