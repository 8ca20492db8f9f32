import fc from 'fast-check'
import { v7 as newId } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Command } from '@/domain/commands'
import { pointsOf, reportOf, type SprintReport } from '@/domain/sprint/report'
import type { Id } from '@/domain/words'
import { execute } from '@/server/execute/execute'
import { readJournal } from '@/server/queries/sprintReport'
import { rebuild } from '@/server/subscribers/rebuild'
import { reports } from '@/server/subscribers/reports'
import { type Intent, intents, Stale } from '../../support/crowd'
import { testDatabase } from '../../support/database'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, type Window } from '../../support/project'
import { following, rowsOf } from '../../support/readModel'
import { sorted, truthOf } from '../../support/sprintTruth'
import { storedLog } from '../../support/stored'

const TABLES = ['report_change', 'report_sprint', 'report_project']
const RUNS = Number(process.env.CONCORD_SOAK ?? 0) > 0 ? 60 : 6

await testDatabase()
const ann = await makeWorkspace()
const people = [ann, await makePerson(ann, 'admin'), await makePerson(ann)]
const live = following(reports)
afterAll(() => live.stop())

/** What means nothing to sprints makes room for what does. */
const INSTEAD: Partial<Record<Intent['kind'], Intent['kind']>> = {
  comment: 'plan',
  describe: 'plan',
  title: 'fields',
  rewrite: 'start',
  uncomment: 'sprint',
  unlabel: 'complete',
  limit: 'reopen',
  shift: 'category',
}

describe('reports, whatever a crowd does', () => {
  it('are the same kept live, made anew, and found by looking at the whole log', async () => {
    let met = 0
    await fc.assert(
      fc.asyncProperty(intents(people.length, 300), async (script) => {
        const projectId = await played(script)
        await live.caughtUp(projectId)
        expect(live.faults).toEqual([])
        const kept = await rowsOf(TABLES, projectId)
        met += await allTrue(projectId)
        // Batches of any size come to the same.
        await rebuild(database().sql, reports, projectId)
        expect(await rowsOf(TABLES, projectId)).toEqual(kept)
        await rebuild(database().sql, reports, projectId, { atOnce: 7 })
        expect(await rowsOf(TABLES, projectId)).toEqual(kept)
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    expect(met).toBeGreaterThan(RUNS)
  }, 300_000)
})

describe('a rebuild', () => {
  it('lets everybody read what was there until it is done, and those who follow go on after it', async () => {
    const { window, sprintId } = await running()
    const { sql } = database()
    await live.caughtUp(window.projectId)
    const before = await rowsOf(TABLES, window.projectId)
    let during: unknown
    const late = window.createTask({ estimate: 5 })
    const told = () => {
      during ??= rowsOf(TABLES, window.projectId)
    }
    await rebuild(sql, reports, window.projectId, { told })
    expect(await during).toEqual(before)
    const tasks = [{ taskId: await late, baseVersion: 1 }]
    await window.send({ type: 'task.plan', tasks, sprintId, place: {} })
    await live.caughtUp(window.projectId)
    const report = await reported(window.projectId, sprintId)
    expect(report?.scope).toMatchObject([{ kind: 'added', to: 5 }])
  })

  it('throws away what should not be there', async () => {
    const { window, sprintId } = await running()
    await live.caughtUp(window.projectId)
    const { sql } = database()
    await sql`update report_change set points = 99 where project_id = ${window.projectId}`
    expect(pointsOf((await reported(window.projectId, sprintId))?.committed ?? [])).toBe(198)
    await rebuild(sql, reports, window.projectId)
    expect(pointsOf((await reported(window.projectId, sprintId))?.committed ?? [])).toBe(8)
  })

  it('is refused where nothing could be made anew', async () => {
    const once = { ...reports, forget: undefined }
    await expect(rebuild(database().sql, once, newId())).rejects.toThrow('nothing that could')
  })
})

/** A sprint that runs with two tasks of 3 and 5 points. */
async function running(): Promise<{ window: Window; sprintId: Id }> {
  const window = await makeProject(ann)
  const ids = [await window.createTask({ estimate: 3 }), await window.createTask({ estimate: 5 })]
  const sprintId = newId()
  await window.send({ type: 'sprint.create', baseVersion: 1, sprintId, name: 'One' })
  const tasks = ids.map((taskId) => ({ taskId, baseVersion: 1 }))
  await window.send({ type: 'task.plan', tasks, sprintId, place: {} })
  const [startDate, endDate] = ['2031-01-01', '2031-01-14']
  await window.send({ type: 'sprint.start', baseVersion: 2, sprintId, startDate, endDate })
  return { window, sprintId }
}

async function played(script: Intent[]): Promise<Id> {
  const window = await makeProject(ann)
  const { projectId } = window
  await window.send({ type: 'project.sprints', baseVersion: 1, parallel: true })
  const crowd = people.map((person) => new Stale(person, projectId))
  await Promise.all(crowd.map((each) => each.look()))
  for (let at = 0; at < script.length; at += 12) {
    const wave = script.slice(at, at + 12).map(async (intent) => {
      const client = crowd[intent.client] as Stale
      const wish = client.wish({ ...intent, kind: INSTEAD[intent.kind] ?? intent.kind })
      if (!wish) return client.look()
      const command = fromElsewhere(wish, intent.b)
      const envelope = { commandId: newId(), clientId: client.clientId, projectId, command }
      return execute(client.person.scope, envelope)
    })
    await Promise.all(wave)
    if (at % 36 === 0) await Promise.all(crowd.map((each) => each.look()))
  }
  return projectId
}

/** Some sprints are not made here but come from another tracker, where they have run already. */
function fromElsewhere(command: Command, n: number): Command {
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

/** Holds every sprint's report to the whole log; gives how many there were. */
async function allTrue(projectId: Id): Promise<number> {
  const log = await storedLog(projectId)
  const sprints = log.flatMap((e) =>
    e.type === 'sprint.created' || e.type === 'sprint.imported' ? [e.data.sprintId] : [],
  )
  let met = 0
  for (const sprintId of sprints) {
    const report = await reported(projectId, sprintId)
    const truth = truthOf(log, sprintId)
    expect(report && plain(report)).toEqual(truth)
    if (report) balanced(report)
    if (report) met++
    const start = log.find((e) => e.type === 'sprint.started' && e.data.sprintId === sprintId)
    if (start?.type !== 'sprint.started') continue
    const scope = start.data.scope.map(({ taskId, estimate }) => [taskId, estimate])
    expect(report && plain(report).committed).toEqual(sorted({ scope }).scope)
  }
  return met
}

async function reported(projectId: Id, sprintId: Id): Promise<SprintReport | null> {
  return reportOf(await readJournal(database().sql, projectId, sprintId), new Date().toISOString())
}

function plain(report: SprintReport) {
  const counted = report.committed.map(({ taskId, points }) => [taskId, points])
  const carried = (all: SprintReport['carriedIn']) =>
    all.map(({ taskId, points, other }) => [taskId, points, other])
  return sorted({
    committed: counted,
    done: report.done.map(({ taskId, points }) => [taskId, points]),
    notDone: report.notDone.map(({ taskId, points }) => [taskId, points]),
    scope: report.scope.map(({ kind, taskId, seq, actor, from, to }) => [
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

/** Committed + added - removed ± re-estimated = done + not done, and the burndown ends there. */
function balanced({ committed, scope, done, notDone, burndown }: SprintReport): void {
  const changed = scope.reduce((sum, { from, to }) => sum + (to ?? 0) - (from ?? 0), 0)
  const now = pointsOf(done) + pointsOf(notDone)
  expect(pointsOf(committed) + changed).toBe(now)
  const last = burndown.days.at(-1)
  expect(last?.scope).toEqual({ points: now, tasks: done.length + notDone.length })
  expect(last?.remaining).toEqual({ points: pointsOf(notDone), tasks: notDone.length })
}
