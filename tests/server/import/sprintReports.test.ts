import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Instant } from '@/domain/kernel/primitives'
import { sumPoints } from '@/domain/sprint/report'
import { readEntries } from '@/server/import/file/readEntries'
import { parseIssue } from '@/server/import/jira/parseIssue'
import { scanFile } from '@/server/import/jira/scanFile'
import type { SourceIssue } from '@/server/import/jira/sourceIssue'
import { rebuild } from '@/server/projections/rebuild'
import { sprintReports } from '@/server/projections/sprintReports'
import { createImportFolder, writeJiraFile } from '@/tests/support/importFiles'
import {
  activeSprint,
  closedSprint,
  issueInSprints,
  jiraSprint,
  sprintEntries,
} from '@/tests/support/jiraSprints'
import { makeWorkspace, type TestPerson } from '@/tests/support/people'
import { projectionRows, startProjection } from '@/tests/support/runningProjection'
import { storedProject } from '@/tests/support/storedProject'
import { TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { importedSprints, toTaskKeys } from './importedSprints'
import { EXTERNAL_FIXTURES, FIXTURES, importFile } from './importJira'

await testDatabase()
const folder = createImportFolder()
const reportProjection = startProjection(sprintReports)
afterAll(() => reportProjection.stop())

const TABLES = ['sprint_report_change', 'sprint_report_lifecycle', 'sprint_report_project']
const writeFile = (...more: object[]) =>
  writeJiraFile(folder, 'reports.ndjson', [...sprintEntries(), ...more])

const importedSprintsOf = (me: TestPerson, key: string) =>
  importedSprints(reportProjection, me, key)

it('a sprint completed in Jira has a report with its commitment, changes and results', async () => {
  const me = await makeWorkspace()
  const { totals } = await importFile(me, writeFile())
  expect(totals).toMatchObject({ sprints: 2, outcomes: { created: 6 }, notes: [] })
  const all = await importedSprintsOf(me, 'REP')
  const first = await all.report('One')
  expect(toTaskKeys(all, first)).toEqual({
    started: closedSprint.startDate,
    completed: closedSprint.completeDate,
    committed: ['REP-1', 'REP-2', 'REP-4', 'REP-5'],
    added: ['REP-3'],
    removed: ['REP-4'],
    reestimated: ['REP-2'],
    done: ['REP-1'],
    notDone: ['REP-2', 'REP-3', 'REP-5'],
    carriedIn: [],
    carriedOut: ['REP-2', 'REP-3', 'REP-5'],
  })
  expect(sumPoints(first?.committed ?? [])).toBe(3 + 5 + 1 + 13)
  expect(sumPoints(first?.notDone ?? [])).toBe(8 + 2 + 13)
  const went = first?.carriedOut
    .map(({ taskId, otherSprintId }) => [all.taskKeys.get(taskId), otherSprintId])
    .sort()
  const next = all.sprints.get('Two')?.id
  expect(went).toEqual([
    ['REP-2', next],
    ['REP-3', null],
    ['REP-5', next],
  ])
  expect(first?.burndown.days).toHaveLength(12)
  expect(first?.burndown.days.at(-1)?.remaining).toEqual({ points: 23, tasks: 3 })
  const second = toTaskKeys(all, await all.report('Two'))
  expect(second).toMatchObject({ started: activeSprint.startDate, completed: undefined, added: [] })
  expect(second.committed).toEqual(['REP-2', 'REP-5', 'REP-6'])
  expect(second.carriedIn).toEqual(['REP-2', 'REP-5'])
})

it('the report is the same live and rebuilt, with any batch size', async () => {
  const me = await makeWorkspace()
  await importFile(me, writeFile())
  const { id } = await importedSprintsOf(me, 'REP')
  const kept = await projectionRows(TABLES, id)
  for (const batchSize of [5_000, 3, 1]) {
    await rebuild(database(), sprintReports, id, { batchSize })
    expect(await projectionRows(TABLES, id)).toEqual(kept)
  }
  expect(reportProjection.errors).toEqual([])
})

it('changes made here after the import continue the report', async () => {
  const me = await makeWorkspace()
  await importFile(me, writeFile())
  const before = await importedSprintsOf(me, 'REP')
  const client = new TestClient(me, before.id)
  const [two, one] = [before.sprints.get('Two'), before.sprints.get('One')]
  const [taskId] = [...before.taskKeys].find(([, key]) => key === 'REP-6') ?? []
  const { version } = (await storedProject(before.id)).tasks.get(taskId ?? '') ?? {}
  await client.move(taskId ?? '', version ?? 0, 'shipped')
  const state = await storedProject(before.id)
  const baseVersion = state.project?.version ?? 0
  const end = { baseVersion, sprintId: two?.id ?? '', defaultDestination: null }
  expect((await client.send({ type: 'sprint.complete', ...end })).outcome).toBe('applied')
  const again = { baseVersion: baseVersion + 1, sprintId: one?.id ?? '' }
  expect((await client.send({ type: 'sprint.reopen', ...again })).outcome).toBe('applied')
  const all = await importedSprintsOf(me, 'REP')
  const report = await all.report('Two')
  expect(toTaskKeys(all, report)).toMatchObject({
    started: two?.startedAt,
    committed: ['REP-2', 'REP-5', 'REP-6'],
    done: ['REP-6'],
    notDone: ['REP-2', 'REP-5'],
    carriedOut: ['REP-2', 'REP-5'],
  })
  expect(report?.completed).toMatchObject({ imported: false, actor: me.personId })
  // Tasks that left at its completion in Jira count as removed, because the sprint continues here.
  expect(toTaskKeys(all, await all.report('One'))).toMatchObject({
    completed: undefined,
    removed: ['REP-2', 'REP-4', 'REP-5'],
    notDone: ['REP-3'],
  })
})

it('sprints without dates are listed, with the effect on their reports', async () => {
  const me = await makeWorkspace()
  const { startDate, endDate } = closedSprint
  const vague = [
    jiraSprint(7, 'closed', 'No beginning', { completeDate: closedSprint.completeDate }),
    jiraSprint(8, 'closed', 'No end', { startDate }),
    jiraSprint(9, 'closed', 'Planned end', { startDate, endDate }),
    jiraSprint(10, 'future', 'Later'),
  ]
  const issues = vague.map((each, i) => issueInSprints(`REP-${20 + i}`, 1, [each]))
  const { totals } = await importFile(me, writeFile(...issues))
  expect(totals.notes).toEqual([
    'Jira does not say when the sprint “No end” was completed: it has no report.',
    'Jira does not say when the sprint “Planned end” was completed: its report ends with the day that was planned.',
    'Jira does not say when the sprint “No beginning” was started: it has no report.',
  ])
  const all = await importedSprintsOf(me, 'REP')
  for (const name of ['No beginning', 'No end', 'Later']) expect(await all.report(name)).toBeNull()
  expect((await all.report('Planned end'))?.completed?.at).toBe('2024-03-15T23:59:59.999Z')
})

/** Returns the tasks in a sprint at a time, from the histories of the file only. */
function membersAt(issues: SourceIssue[], sprintId: string, at: Instant): string[] {
  const last = (ids: string | null | undefined) => ids?.split(',').at(-1)?.trim() ?? ''
  return issues
    .filter(({ created, histories, sprints }) => {
      if (created > at) return false
      const steps = histories.flatMap((h) =>
        h.changes.filter((c) => c.field === 'Sprint').map((c) => ({ at: h.at, ...c })),
      )
      const before = steps.findLast((step) => step.at <= at)
      const next = steps.find((step) => step.at > at)
      const ids = before ? before.to : next ? next.from : sprints.at(-1)?.id
      return last(ids) === sprintId
    })
    .map(({ key }) => key)
    .sort()
}

const realFiles = [
  {
    path: join(EXTERNAL_FIXTURES, 'duraspace-duracloud.ndjson.gz'),
    key: 'DURACLOUD',
    closed: ['DuraCloud 3.0.1'],
  },
  { path: join(FIXTURES, 'cloud-sample.json.gz'), key: 'SP', closed: [] },
]
it.each(realFiles)(
  'the reports of the sprints of $key agree with the histories of their issues',
  async (file) => {
    if (!existsSync(file.path)) return
    const me = await makeWorkspace()
    await importFile(me, file.path)
    const { estimateField } = await scanFile(file.path)
    const issues: SourceIssue[] = []
    for await (const piece of readEntries(file.path)) {
      const reading = parseIssue('text' in piece ? piece.text : '')
      if ('issue' in reading) issues.push(reading.issue)
    }
    const all = await importedSprintsOf(me, file.key)
    const sprints = new Map(issues.flatMap((each) => each.sprints.map((s) => [s.id, s])))
    expect(sprints.size).toBeGreaterThan(0)
    for (const { id, name, startedAt, completedAt } of sprints.values()) {
      const report = await all.report(name)
      const end = completedAt ?? new Date().toISOString()
      const found = toTaskKeys(all, report)
      expect(report?.started.at).toBe(startedAt)
      expect(report?.completed?.at ?? null).toBe(completedAt)
      expect(found.committed).toEqual(membersAt(issues, id, startedAt ?? ''))
      expect([...found.done, ...found.notDone].sort()).toEqual(membersAt(issues, id, end))
      const points = (key: string) => {
        const { customValues } = issues.find((each) => each.key === key) as SourceIssue
        return Number(customValues[estimateField ?? ''] ?? 0)
      }
      if (!completedAt) continue
      const sum = found.done.reduce((all, key) => all + points(key ?? ''), 0)
      expect(sumPoints(report?.done ?? [])).toBe(sum)
      expect(sum).toBeGreaterThan(0)
    }
    expect([...sprints.values()].filter((s) => s.state === 'closed').map((s) => s.name)).toEqual(
      file.closed,
    )
  },
  120_000,
)
