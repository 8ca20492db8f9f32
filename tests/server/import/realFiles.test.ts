import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Task } from '@/domain/task/task'
import { readEntries } from '@/server/import/file/readEntries'
import { parseIssue } from '@/server/import/jira/parseIssue'
import type { SourceIssue } from '@/server/import/jira/sourceIssue'
import { makeWorkspace } from '@/tests/support/people'
import { testDatabase } from '@/tests/support/testDatabase'
import {
  EXTERNAL_FIXTURES,
  importedTasks,
  importFile,
  personNames,
  sprintNames,
} from './importJira'

await testDatabase()

async function readIssues(path: string): Promise<SourceIssue[]> {
  const issues: SourceIssue[] = []
  for await (const piece of readEntries(path)) {
    const reading = parseIssue('text' in piece ? piece.text : '')
    if ('issue' in reading) issues.push(reading.issue)
  }
  return issues
}

const FILES = ['tidev-aloy', 'duraspace-duracloud', 'apache-mixed20']
it.each(FILES)(
  'importing %s gives the current state and the history of its issues',
  async (name) => {
    const path = join(EXTERNAL_FIXTURES, `${name}.ndjson.gz`)
    if (!existsSync(path)) return
    const me = await makeWorkspace()
    const began = performance.now()
    const { totals } = await importFile(me, path)
    expect(performance.now() - began).toBeLessThan(60_000)
    const issues = await readIssues(path)
    expect(totals.outcomes).toMatchObject({ created: issues.length, failed: 0, skipped: 0 })
    const names = await personNames(me)
    expect(totals.worklogs).toBe(issues.reduce((sum, each) => sum + each.worklogs.length, 0))
    for (const { key } of totals.projects) {
      const tasks = await importedTasks(me, key)
      const byId = new Map([...tasks.values()].map((task) => [task.id, task]))
      const sprints = await sprintNames(me, key)
      for (const issue of issues.filter((each) => each.projectKey === key)) {
        const task = tasks.get(issue.number)
        if (!task) throw new Error(`${issue.key} is missing.`)
        expectFields(task, issue)
        expectRelations(task, issue, byId.get(task.parentId ?? ''), sprints)
        expect(names.get(task.assignees[0] ?? '')).toBe(issue.assignee?.name)
        expect(names.get(task.reporter)).toBe(issue.reporter?.name)
      }
    }
  },
  120_000,
)

function expectFields(task: Task, issue: SourceIssue): void {
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

/**
 * A parent in the file is a parent here, any other a link. The last sprint is the task's sprint.
 */
function expectRelations(
  task: Task,
  issue: SourceIssue,
  parentTask: Task | undefined,
  sprints: Map<string, string>,
): void {
  const { parent } = issue
  const parentLinks = parent && !parentTask ? [`parent:${parent.key}`] : []
  expect(task.links).toEqual([...new Set([...issue.links, ...parentLinks])].sort())
  if (parentTask) expect(`${issue.projectKey}-${parentTask.number}`).toBe(parent?.key)
  const isPlanned = ['story', 'task', 'bug'].includes(task.type)
  const sprint = isPlanned ? issue.sprints.at(-1)?.name : undefined
  expect(task.sprintId ? sprints.get(task.sprintId) : undefined).toBe(sprint)
}
