import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Task } from '@/domain/task/task'
import { piecesOf } from '@/server/import/file/pieces'
import { readIssue } from '@/server/import/jira/read'
import type { SourceIssue } from '@/server/import/jira/source'
import { testDatabase } from '@/tests/support/database'
import { makeWorkspace } from '@/tests/support/people'
import { bringIn, MORE, namesOf, sprintsOf, tasksOf } from './support'

await testDatabase()

async function issuesOf(path: string): Promise<SourceIssue[]> {
  const issues: SourceIssue[] = []
  for await (const piece of piecesOf(path)) {
    const reading = readIssue('text' in piece ? piece.text : '')
    if ('issue' in reading) issues.push(reading.issue)
  }
  return issues
}

const files = ['tidev-aloy', 'duraspace-duracloud', 'apache-mixed20']
it.each(files)(
  '%s ends, history and all, as its issues stand',
  async (name) => {
    const path = join(MORE, `${name}.ndjson.gz`)
    if (!existsSync(path)) return
    const me = await makeWorkspace()
    const began = performance.now()
    const { totals } = await bringIn(me, path)
    expect(performance.now() - began).toBeLessThan(60_000)
    const issues = await issuesOf(path)
    expect(totals.outcomes).toMatchObject({ created: issues.length, failed: 0, 'left-out': 0 })
    const names = await namesOf(me)
    expect(totals.worklogs).toBe(issues.reduce((sum, each) => sum + each.worklogs.length, 0))
    for (const { key } of totals.projects) {
      const tasks = await tasksOf(me, key)
      const byId = new Map([...tasks.values()].map((task) => [task.id, task]))
      const sprints = await sprintsOf(me, key)
      for (const issue of issues.filter((each) => each.projectKey === key)) {
        const task = tasks.get(issue.number)
        if (!task) throw new Error(`${issue.key} is missing.`)
        standsAs(task, issue)
        hangsAs(task, issue, byId.get(task.parentId ?? ''), sprints)
        expect(names.get(task.assignees[0] ?? '')).toBe(issue.assignee?.name)
        expect(names.get(task.reporter)).toBe(issue.reporter?.name)
      }
    }
  },
  120_000,
)

function standsAs(task: Task, issue: SourceIssue): void {
  expect(task).toMatchObject({
    title: issue.summary.trim(),
    statusId: issue.status.name.toLowerCase().replaceAll(' ', '-'),
    assignees: issue.assignee ? [expect.any(String)] : [],
    labels: issue.labels,
    resolution: issue.resolution,
    originalEstimate: issue.originalEstimate,
    remainingEstimate: issue.remainingEstimate,
    timeSpent: issue.worklogs.reduce((sum, each) => sum + each.seconds, 0),
    components: issue.components.map(() => expect.any(String)),
    fixVersions: issue.fixVersions.map(() => expect.any(String)),
    affectedVersions: issue.affectedVersions.map(() => expect.any(String)),
    dueDate: issue.dueDate,
    createdAt: issue.created,
  })
}

/** A parent that is in the file is one here, any other a link; the last sprint is the task's. */
function hangsAs(
  task: Task,
  issue: SourceIssue,
  above: Task | undefined,
  sprints: Map<string, string>,
): void {
  const { parent } = issue
  const kept = parent && !above ? [`parent:${parent.key}`] : []
  expect(task.links).toEqual([...new Set([...issue.links, ...kept])].sort())
  if (above) expect(`${issue.projectKey}-${above.number}`).toBe(parent?.key)
  const isPlanned = ['story', 'task', 'bug'].includes(task.type)
  const sprint = isPlanned ? issue.sprints.at(-1)?.name : undefined
  expect(task.sprintId ? sprints.get(task.sprintId) : undefined).toBe(sprint)
}
