import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import { fold } from '@/domain/fold'
import { OUTCOMES } from '@/domain/words'
import { projectOf } from '@/server/access/enter'
import { execute } from '@/server/execute/execute'
import { since } from '@/server/queries/events'
import { type Intent, intents, Stale } from '../../support/crowd'
import { testDatabase } from '../../support/database'
import { illegalMoves } from '../../support/legalMoves'
import { otherProcess } from '../../support/other-process'
import { makePerson, makeWorkspace, type TestPerson } from '../../support/people'
import { makeProject } from '../../support/project'
import {
  foldedProject,
  plain,
  storedLanes,
  storedLinks,
  storedLog,
  storedProject,
  storedTotals,
} from '../../support/stored'

const COMMANDS = Number(process.env.CONCORD_SOAK ?? 2_000)
const A_RUN = 250
const AT_ONCE = 24

const { appUrl } = await testDatabase()
const elsewhere = otherProcess(appUrl)
const ann = await makeWorkspace()
const people = [ann, await makePerson(ann, 'admin'), await makePerson(ann), await makePerson(ann)]
let sent = 0

describe('a crowd with stale screens, on two processes', () => {
  it(
    `leaves a log that tells the truth (${COMMANDS} commands)`,
    async () => {
      // One intent in five or so is a look at the board, which sends nothing.
      const numRuns = Math.ceil((COMMANDS * 1.3) / A_RUN)
      await fc.assert(
        fc.asyncProperty(intents(people.length * 2, A_RUN), (script) => check(script)),
        { numRuns, endOnFailure: true },
      )
      expect(sent).toBeGreaterThanOrEqual(COMMANDS)
    },
    COMMANDS * 30 + 60_000,
  )
})

async function check(script: Intent[]): Promise<void> {
  const { projectId } = await makeProject(ann)
  const crowd = [...people, ...people].map((person) => new Stale(person, projectId))
  await Promise.all(crowd.map((each) => each.look()))
  const early = await storedProject(projectId)
  const all: { envelope: Envelope; person: TestPerson; answer: Answer }[] = []
  for (let at = 0; at < script.length; at += AT_ONCE) {
    all.push(...(await wave(crowd, script.slice(at, at + AT_ONCE), projectId)))
  }
  sent += all.length
  const log = await storedLog(projectId)
  expect(log.map((event) => event.seq)).toEqual(log.map((_, i) => i + 1))
  const commands = new Map(all.map(({ envelope }) => [envelope.commandId, envelope.command]))
  const roles = new Map(people.map((each) => [each.personId, each.scope.person.role]))
  expect(illegalMoves(log, commands, (id) => roles.get(id))).toEqual([])
  const stored = plain(await storedProject(projectId))
  expect(plain(await foldedProject(projectId))).toEqual(stored)
  expect(plain(await caughtUp(early, projectId))).toEqual(stored)
  const totals = await storedTotals(projectId)
  expect(totals.kept).toEqual(totals.added)
  const lanes = await storedLanes(projectId)
  expect(lanes.kept).toEqual(lanes.counted)
  const links = await storedLinks(projectId)
  expect(links.kept).toEqual(links.held)
  await everyEndIsKept(projectId, all)
  await repeatsChangeNothing(projectId, all)
}

/** Some look, the others send what they wish, all at once and half of them to each process. */
async function wave(crowd: Stale[], script: Intent[], projectId: string) {
  const sending = script.map(async (intent, i) => {
    const client = crowd[intent.client] as Stale
    const command = client.wish(intent)
    if (!command) await client.look()
    if (!command) return []
    const { clientId, person } = client
    const envelope: Envelope = { commandId: newId(), clientId, projectId, command }
    const answer = await (i % 2 ? execute : elsewhere)(person.scope, envelope)
    return [{ envelope, person, answer }]
  })
  return (await Promise.all(sending)).flat()
}

async function caughtUp(early: Awaited<ReturnType<typeof storedProject>>, projectId: string) {
  const { key } = early.project ?? { key: '' }
  const scope = await projectOf(ann.scope, key)
  if (!scope) throw new Error(`No project ${projectId}`)
  for (let more = true; more; ) {
    const page = await since(scope, early.seq, 100)
    page.events.reduce(fold, early)
    more = page.more
  }
  return early
}

async function everyEndIsKept(projectId: string, all: { answer: Answer }[]): Promise<void> {
  const rows = await database().sql`
    select command_id, outcome from command where project_id = ${projectId}`
  const kept = new Map(rows.map((row) => [row.command_id, row.outcome]))
  for (const { answer } of all) {
    expect(OUTCOMES).toContain(answer.outcome)
    expect(kept.get(answer.commandId)).toBe(answer.outcome)
  }
}

async function repeatsChangeNothing(
  projectId: string,
  all: { envelope: Envelope; person: TestPerson; answer: Answer }[],
): Promise<void> {
  const before = plain(await storedProject(projectId))
  const again = all.filter((_, i) => i % 5 === 0)
  const answers = await Promise.all(again.map((each) => execute(each.person.scope, each.envelope)))
  for (const [i, answer] of answers.entries()) {
    expect(answer.outcome).toBe(again[i]?.answer.outcome)
    expect(answer.events).toEqual(again[i]?.answer.events)
  }
  expect(plain(await storedProject(projectId))).toEqual(before)
}
