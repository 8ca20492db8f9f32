import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { type SprintReport, sprintReportOf, sumPoints } from '@/domain/sprint/report'
import { rebuild } from '@/server/projections/rebuild'
import { sprintReports } from '@/server/projections/sprintReports'
import { readSprintLog } from '@/server/queries/sprintReport'
import { execute } from '@/server/write/execute'
import { expectedSprintReport, sortRows } from '@/tests/support/expectedSprintReport'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { propertyRuns } from '@/tests/support/propertyRuns'
import { projectionRows, startProjection } from '@/tests/support/runningProjection'
import { type Intent, intents, StaleUser } from '@/tests/support/simulatedUsers'
import { storedLog } from '@/tests/support/storedProject'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const TABLES = ['sprint_report_change', 'sprint_report_lifecycle', 'sprint_report_project']
const RUNS = { ...propertyRuns(6, 60), endOnFailure: true }

await testDatabase()
const ann = await makeWorkspace()
const people = [ann, await makePerson(ann, 'admin'), await makePerson(ann)]
const reportProjection = startProjection(sprintReports)
afterAll(() => reportProjection.stop())

/** Replaces actions that do not affect sprints by ones that do. */
const KIND_REPLACEMENTS: Partial<Record<Intent['kind'], Intent['kind']>> = {
  comment: 'plan',
  editDescription: 'plan',
  title: 'editFields',
  editComment: 'start',
  deleteComment: 'createSprint',
  removeLabel: 'complete',
  setWipLimit: 'reopen',
  moveStatus: 'category',
}

describe('sprint reports of simulated users', () => {
  it('reports are the same live, rebuilt, and computed from the whole log', async () => {
    let met = 0
    await fc.assert(
      fc.asyncProperty(intents(people.length, 300), async (script) => {
        const projectId = await runIntents(script)
        await reportProjection.waitUntilCaughtUp(projectId)
        expect(reportProjection.errors).toEqual([])
        const kept = await projectionRows(TABLES, projectId)
        met += await expectReportsCorrect(projectId)
        // The result does not depend on the batch size.
        await rebuild(database(), sprintReports, projectId)
        expect(await projectionRows(TABLES, projectId)).toEqual(kept)
        await rebuild(database(), sprintReports, projectId, { batchSize: 7 })
        expect(await projectionRows(TABLES, projectId)).toEqual(kept)
      }),
      RUNS,
    )
    expect(met).toBeGreaterThan(RUNS.numRuns)
  }, 300_000)
})

describe('a rebuild of the sprint reports', () => {
  it('the old rows stay readable until the rebuild is done, and the subscriber continues after it', async () => {
    const { window: client, sprintId } = await createActiveSprint()
    await reportProjection.waitUntilCaughtUp(client.projectId)
    const before = await projectionRows(TABLES, client.projectId)
    let during: unknown
    const late = client.createTask({ estimate: 5 })
    const onProgress = () => {
      during ??= projectionRows(TABLES, client.projectId)
    }
    await rebuild(database(), sprintReports, client.projectId, { onProgress })
    expect(await during).toEqual(before)
    const tasks = [{ taskId: await late, baseVersion: 1 }]
    await client.send({ type: 'task.plan', tasks, sprintId, position: {} })
    await reportProjection.waitUntilCaughtUp(client.projectId)
    const report = await readReport(client.projectId, sprintId)
    expect(report?.scopeChanges).toMatchObject([{ kind: 'added', to: 5 }])
  })

  it('rows that should not exist are removed', async () => {
    const { window: client, sprintId } = await createActiveSprint()
    await reportProjection.waitUntilCaughtUp(client.projectId)
    const { sql } = database()
    await sql`update sprint_report_change set points = 99 where project_id = ${client.projectId}`
    expect(sumPoints((await readReport(client.projectId, sprintId))?.committed ?? [])).toBe(198)
    await rebuild(database(), sprintReports, client.projectId)
    expect(sumPoints((await readReport(client.projectId, sprintId))?.committed ?? [])).toBe(8)
  })

  it('a rebuild is rejected when there is nothing to rebuild', async () => {
    const once = { ...sprintReports, reset: undefined }
    await expect(rebuild(database(), once, newId())).rejects.toThrow('has no projection to rebuild')
  })
})

/** An active sprint with two tasks of 3 and 5 points. */
async function createActiveSprint(): Promise<{ window: TestClient; sprintId: Id }> {
  const client = await makeProject(ann)
  const ids = [await client.createTask({ estimate: 3 }), await client.createTask({ estimate: 5 })]
  const sprintId = newId()
  await client.send({ type: 'sprint.create', baseVersion: 1, sprintId, name: 'One' })
  const tasks = ids.map((taskId) => ({ taskId, baseVersion: 1 }))
  await client.send({ type: 'task.plan', tasks, sprintId, position: {} })
  const [startDate, endDate] = ['2031-01-01', '2031-01-14']
  await client.send({ type: 'sprint.start', baseVersion: 2, sprintId, startDate, endDate })
  return { window: client, sprintId }
}

async function runIntents(script: Intent[]): Promise<Id> {
  const window = await makeProject(ann)
  const { projectId } = window
  await window.send({ type: 'project.setParallelSprints', baseVersion: 1, parallel: true })
  const users = people.map((person) => new StaleUser(person, projectId))
  await Promise.all(users.map((each) => each.catchUp()))
  for (let at = 0; at < script.length; at += 12) {
    const wave = script.slice(at, at + 12).map(async (intent) => {
      const client = users[intent.client] as StaleUser
      const generated = client.randomCommand({
        ...intent,
        kind: KIND_REPLACEMENTS[intent.kind] ?? intent.kind,
      })
      if (!generated) return client.catchUp()
      const command = asImportedSprint(generated, intent.second)
      const envelope = { commandId: newId(), clientId: client.clientId, projectId, command }
      return execute(client.person.scope, envelope)
    })
    await Promise.all(wave)
    if (at % 36 === 0) await Promise.all(users.map((each) => each.catchUp()))
  }
  return projectId
}

/** Turns some created sprints into imported ones that have already run elsewhere. */
function asImportedSprint(command: Command, n: number): Command {
  if (command.type !== 'sprint.create' || n % 3 === 0) return command
  const { name, sprintId, baseVersion } = command
  const dates = { startDate: '2024-03-04', endDate: '2024-03-15' }
  const startedAt = '2024-03-04T09:00:00.000Z'
  const closed = n % 3 === 1
  return {
    ...{ type: 'sprint.import', baseVersion, sprintId, name, goal: '', ...dates, startedAt },
    state: closed ? 'closed' : 'active',
    completedAt: closed ? '2024-03-15T16:00:00.000Z' : null,
  }
}

/** Compares every sprint's report with the whole log. Returns the number of sprints. */
async function expectReportsCorrect(projectId: Id): Promise<number> {
  const log = await storedLog(projectId)
  const sprints = log.flatMap((e) =>
    e.type === 'sprint.created' || e.type === 'sprint.imported' ? [e.data.sprintId] : [],
  )
  let met = 0
  for (const sprintId of sprints) {
    const report = await readReport(projectId, sprintId)
    const expected = expectedSprintReport(log, sprintId)
    expect(report && toComparableReport(report)).toEqual(expected)
    if (report) expectBalanced(report)
    if (report) met++
    const start = log.find((e) => e.type === 'sprint.started' && e.data.sprintId === sprintId)
    if (start?.type !== 'sprint.started') continue
    const scope = start.data.scope.map(({ taskId, estimate }) => [taskId, estimate])
    expect(report && toComparableReport(report).committed).toEqual(sortRows({ scope }).scope)
  }
  return met
}

async function readReport(projectId: Id, sprintId: Id): Promise<SprintReport | null> {
  return sprintReportOf(
    await readSprintLog(database().db, projectId, sprintId),
    new Date().toISOString(),
  )
}

function toComparableReport(report: SprintReport) {
  const counted = report.committed.map(({ taskId, points }) => [taskId, points])
  const carried = (all: SprintReport['carriedIn']) =>
    all.map(({ taskId, points, otherSprintId }) => [taskId, points, otherSprintId])
  return sortRows({
    committed: counted,
    done: report.done.map(({ taskId, points }) => [taskId, points]),
    notDone: report.notDone.map(({ taskId, points }) => [taskId, points]),
    scope: report.scopeChanges.map(({ kind, taskId, seq, actor, from, to }) => [
      kind,
      taskId,
      seq,
      actor,
      from,
      to,
    ]),
    carriedIn: carried(report.carriedIn),
    carriedOut: carried(report.carriedOut),
  })
}

/**
 * Checks that committed + added - removed ± re-estimated = done + not done, and that the burndown
 * ends there.
 */
function expectBalanced({ committed, scopeChanges, done, notDone, burndown }: SprintReport): void {
  const changed = scopeChanges.reduce((sum, { from, to }) => sum + (to ?? 0) - (from ?? 0), 0)
  const now = sumPoints(done) + sumPoints(notDone)
  expect(sumPoints(committed) + changed).toBe(now)
  const last = burndown.days.at(-1)
  expect(last?.scope).toEqual({ points: now, tasks: done.length + notDone.length })
  expect(last?.remaining).toEqual({ points: sumPoints(notDone), tasks: notDone.length })
}
