import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { CommandResult } from '@/domain/commandResult'
import type { CommandEnvelope } from '@/domain/commands'
import { OUTCOMES } from '@/domain/kernel/primitives'
import { replayEvent } from '@/domain/replayEvent'
import { authorizeProjectInWorkspace } from '@/server/access/authorize'
import { loadEventsSince } from '@/server/queries/events'
import { execute } from '@/server/write/execute'
import { illegalMoves } from '@/tests/support/illegalMoves'
import { startOtherProcess } from '@/tests/support/otherProcess'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { isLongRun, propertyRuns } from '@/tests/support/propertyRuns'
import { type Intent, intents, StaleUser } from '@/tests/support/simulatedUsers'
import {
  replayedProject,
  storedLinks,
  storedLog,
  storedProject,
  storedSwimlanes,
  storedTotals,
  toComparable,
} from '@/tests/support/storedProject'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const COMMAND_COUNT = isLongRun ? 20_000 : 2_000
const INTENTS_PER_RUN = 250
const CONCURRENT_INTENTS = 24

const { appUrl } = await testDatabase()
const executeInOtherProcess = startOtherProcess(appUrl)
const ann = await makeWorkspace()
const people = [ann, await makePerson(ann, 'admin'), await makePerson(ann), await makePerson(ann)]
let sentCount = 0

describe('simulated users with outdated replicas on two processes leave a consistent log', () => {
  it(
    `leaves a log that tells the truth (${COMMAND_COUNT} commands)`,
    async () => {
      // About one in five actions only reads the board and sends nothing.
      const runs = Math.ceil((COMMAND_COUNT * 1.3) / INTENTS_PER_RUN)
      await fc.assert(
        fc.asyncProperty(intents(people.length * 2, INTENTS_PER_RUN), (script) => checkRun(script)),
        { ...propertyRuns(runs, runs), endOnFailure: true },
      )
      expect(sentCount).toBeGreaterThanOrEqual(COMMAND_COUNT)
    },
    COMMAND_COUNT * 30 + 60_000,
  )
})

async function checkRun(script: Intent[]): Promise<void> {
  const { projectId } = await makeProject(ann)
  const users = [...people, ...people].map((person) => new StaleUser(person, projectId))
  await Promise.all(users.map((each) => each.catchUp()))
  const early = await storedProject(projectId)
  const all: { envelope: CommandEnvelope; person: TestPerson; answer: CommandResult }[] = []
  for (let at = 0; at < script.length; at += CONCURRENT_INTENTS) {
    all.push(...(await runIntents(users, script.slice(at, at + CONCURRENT_INTENTS), projectId)))
  }
  sentCount += all.length
  const log = await storedLog(projectId)
  expect(log.map((event) => event.seq)).toEqual(log.map((_, i) => i + 1))
  const commands = new Map(all.map(({ envelope }) => [envelope.commandId, envelope.command]))
  const roles = new Map(people.map((each) => [each.personId, each.scope.person.role]))
  expect(illegalMoves(log, commands, (id) => roles.get(id))).toEqual([])
  const stored = toComparable(await storedProject(projectId))
  expect(toComparable(await replayedProject(projectId))).toEqual(stored)
  expect(toComparable(await replayFrom(early, projectId))).toEqual(stored)
  const totals = await storedTotals(projectId)
  expect(totals.stored).toEqual(totals.recomputed)
  const lanes = await storedSwimlanes(projectId)
  expect(lanes.stored).toEqual(lanes.recomputed)
  const links = await storedLinks(projectId)
  expect(links.stored).toEqual(links.recomputed)
  await expectOutcomesStored(projectId, all)
  await expectRepeatsIdempotent(projectId, all)
}

/**
 * Some users only read; the others send their commands concurrently, half of them to each process.
 */
async function runIntents(users: StaleUser[], script: Intent[], projectId: string) {
  const sending = script.map(async (intent, i) => {
    const client = users[intent.client] as StaleUser
    const command = client.randomCommand(intent)
    if (!command) await client.catchUp()
    if (!command) return []
    const { clientId, person } = client
    const envelope: CommandEnvelope = { commandId: newId(), clientId, projectId, command }
    const answer = await (i % 2 ? execute : executeInOtherProcess)(person.scope, envelope)
    return [{ envelope, person, answer }]
  })
  return (await Promise.all(sending)).flat()
}

async function replayFrom(early: Awaited<ReturnType<typeof storedProject>>, projectId: string) {
  const { key } = early.project ?? { key: '' }
  const scope = await authorizeProjectInWorkspace(ann.scope, key)
  if (!scope) throw new Error(`No project ${projectId}`)
  for (let more = true; more; ) {
    const page = await loadEventsSince(scope, early.seq, 100)
    page.events.reduce(replayEvent, early)
    more = page.hasMore
  }
  return early
}

async function expectOutcomesStored(
  projectId: string,
  all: { answer: CommandResult }[],
): Promise<void> {
  const rows = await database().sql`
    select command_id, outcome from command where project_id = ${projectId}`
  const kept = new Map(rows.map((row) => [row.command_id, row.outcome]))
  for (const { answer } of all) {
    expect(OUTCOMES).toContain(answer.outcome)
    expect(kept.get(answer.commandId)).toBe(answer.outcome)
  }
}

async function expectRepeatsIdempotent(
  projectId: string,
  all: { envelope: CommandEnvelope; person: TestPerson; answer: CommandResult }[],
): Promise<void> {
  const before = toComparable(await storedProject(projectId))
  const again = all.filter((_, i) => i % 5 === 0)
  const answers = await Promise.all(again.map((each) => execute(each.person.scope, each.envelope)))
  for (const [i, answer] of answers.entries()) {
    expect(answer.outcome).toBe(again[i]?.answer.outcome)
    expect(answer.events).toEqual(again[i]?.answer.events)
  }
  expect(toComparable(await storedProject(projectId))).toEqual(before)
}
