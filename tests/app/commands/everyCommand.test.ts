import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canApplyMine,
  conflictAdvice,
  conflictHeadline,
  fieldLabel,
} from '@/app/_features/conflict/conflictLabels'
import {
  editableFieldsOf,
  initialEdits,
  resolutionCommand,
} from '@/app/_features/conflict/dialog/resolutionCommand'
import { COMMANDS } from '@/domain/commandRegistry'
import type { Command, CommandType } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import { isEditableCommand } from '@/domain/conflict/editableCommands'
import { isSameSubject, lookupIn } from '@/domain/contextFor'
import { decide, prepare } from '@/domain/decide'
import type { StoredEvent } from '@/domain/events'
import { eventTypesOf, HISTORY_KINDS } from '@/domain/views/history'
import { appRouter } from '@/server/trpc/appRouter'
import { COMMAND_INPUTS, SERVER_COMMAND_TYPES } from '@/server/trpc/inputs/commandInputs'
import { ProjectStateSource } from '@/tests/domain/support/projectStateSource'
import {
  longSteps,
  type NextCommand,
  type SentCommand,
  sendSteps,
} from '@/tests/domain/support/random/sendRandomCommands'
import { required } from '@/tests/domain/support/testProject'
import { allProcedures } from '@/tests/server/access/allProcedures'
import { projectHistoryText, taskHistoryText } from '@/tests/support/historyText'
import { SAMPLE_SEED } from '@/tests/support/propertyRuns'

const TYPES = Object.values(COMMANDS).map((definition) => definition.type)
const procedures: Record<string, unknown> = appRouter._def.procedures
const isInApi = (type: CommandType) => !SERVER_COMMAND_TYPES.some((each) => each === type)

/** Random commands of every type in a hundred projects, with a fixed seed. */
const sent: SentCommand[] = []
/** Reads that `decide` used without a declaration by the command. */
const undeclaredReads = new Set<string>()
for (const steps of fc.sample(longSteps, { numRuns: 100, seed: SAMPLE_SEED })) {
  const testProject = sendSteps(steps, { before: watchReads, after: (each) => sent.push(each) })
  const { events } = testProject
  const creation = {
    type: 'project.create',
    key: 'ALO',
    name: 'Aloy',
    statuses: [],
  } satisfies Command
  const result = {
    ...required(sent.at(-1)).result,
    outcome: 'applied',
    conflict: undefined,
  } as const
  const created = { ...result, events: events.filter((e) => e.type === 'project.created') }
  sent.push({ ...required(sent.at(-1)), command: creation, sent: creation, result: created })
}
const sentOf = (type: CommandType) => sent.filter((each) => each.sent.type === type)

/** Decides a command before it is sent, and records undeclared reads. */
function watchReads({ testProject, step, command, client }: NextCommand): void {
  const at = testProject.now()
  const actor = { id: step.who, ...required(testProject.people.get(step.who)) }
  const sender = {
    at,
    issuedAt: at,
    actor,
    workspaceId: 'w',
    commandId: 'watched',
    clientId: client,
  }
  const complete = { baseVersion: 1, ...command }
  const prepared = prepare(complete, new ProjectStateSource(testProject), sender)
  const reads = new Proxy(prepared.reads ?? {}, {
    get(target, name) {
      // Raising a conflict reads the task, whatever the command has declared.
      if (!(name in target) && name !== 'task')
        undeclaredReads.add(`${command.type} reads ${String(name)}`)
      return Reflect.get(target, name)
    },
  })
  decide(complete, { ...prepared, reads })
}

it('every type of command has a definition under its own name', () => {
  expect(TYPES).toEqual(Object.keys(COMMANDS))
})

it('no decision uses more than the declared reads of its command', () => {
  expect([...undeclaredReads]).toEqual([])
})

it('the commands cause every type of event', () => {
  const made = new Set(sent.flatMap(({ result }) => result.events.map((event) => event.type)))
  expect([...made].sort()).toEqual(HISTORY_KINDS.flatMap(eventTypesOf).sort())
})

describe.each(TYPES)('the command %s', (type) => {
  it('the command has an input and a procedure of its name, unless only the server sends it', () => {
    expect(procedures[type] !== undefined).toBe(isInApi(type))
    expect(type in COMMAND_INPUTS).toBe(isInApi(type) && type !== 'project.create')
    if (isInApi(type))
      expect(procedures[type]).toHaveProperty('_def.inputs.length', expect.any(Number))
  })

  it('the access entry of the command agrees with its definition', () => {
    expect(allProcedures[type]?.allowed).toBe(isInApi(type) ? COMMANDS[type].role : undefined)
  })

  it('the command declares its reads', () => {
    const [first] = sentOf(type)
    const { testProject, sent: command } = required(first)
    const readSet = lookupIn(new ProjectStateSource(testProject)).readSetOf(command)
    expect(Object.keys(readSet).length).toBeGreaterThan(0)
  })

  it('the history has a sentence for every event that the command causes', () => {
    const events = sentOf(type).flatMap(({ result }) => result.events)
    expect(events.length).toBeGreaterThan(0)
    for (const event of oneOfEachType(events)) {
      for (const text of [projectHistoryText(event), taskHistoryText(event)]) {
        expect(text, event.type).toMatch(/\w+ \w+/)
        expect(text, event.type).not.toMatch(/undefined|null|NaN|\[object/)
      }
    }
  })

  it('the command of a person who lost the right becomes a conflict that can only be dismissed', () => {
    const { testProject, sent: command } = required(sentOf(type).at(-1))
    const formerAdmin = { role: 'viewer', roleSince: '2099', formerRole: 'admin' } as const
    testProject.people.set('eve', formerAdmin)
    const { outcome, conflict } = testProject.send('eve', command)
    // A resolution leaves its conflict open. A new project has no log for a conflict.
    if (type === 'conflict.resolve' || type === 'project.create') {
      expect(outcome).toBe('rejected')
      return
    }
    expect(conflict?.reason).toBe('rights')
    expectViewOf(required(conflict), testProject)
    expect(editableFieldsOf(required(conflict))).toEqual([])
  })

  it('the conflict of the command has a working editor or a choice of two sides', () => {
    for (const { result, testProject } of sentOf(type)) {
      if (result.conflict) expectViewOf(result.conflict, testProject)
    }
  })
})

function oneOfEachType(events: StoredEvent[]): StoredEvent[] {
  return [...new Map(events.map((event) => [event.type, event])).values()]
}

function expectViewOf(conflict: Conflict, { project }: SentCommand['testProject']): void {
  expect(conflictHeadline(conflict, 'ALO-1')).toMatch(/ while you were \w+/)
  for (const { field } of conflict.fields) {
    expect(fieldLabel(field), field).toMatch(/^[A-Z][a-z ]+$/)
  }
  const editable = editableFieldsOf(conflict)
  if (editable.length === 0) {
    expect(canApplyMine(conflict) || conflictAdvice(conflict) !== null, conflict.reason).toBe(true)
    return
  }
  expect(isEditableCommand(conflict.command)).toBe(true)
  const status = required(project.statuses.find((each) => !each.removedAt)).id
  const edits = Object.entries(initialEdits(conflict)).map(([field, value]) => {
    // Replaces values that the API does not accept as input, and fields without a value.
    if (field.endsWith(' seconds')) return [field, value || 600]
    return [field, value ?? (field === 'status' ? status : null)]
  })
  const edited = required(resolutionCommand(conflict, Object.fromEntries(edits)))
  expect(isSameSubject(edited, conflict.command), conflict.command.type).toBe(true)
}
