import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { piecesOf } from '@/server/import/file/pieces'
import { readIssue } from '@/server/import/jira/read'
import type { SourceIssue } from '@/server/import/jira/source'
import { testDatabase } from '@/tests/support/database'
import { makeWorkspace } from '@/tests/support/people'
import { bringIn, MORE, namesOf, tasksOf } from './support'

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
    for (const { key } of totals.projects) {
      const tasks = await tasksOf(me, key)
      for (const issue of issues.filter((each) => each.projectKey === key)) {
        const task = tasks.get(issue.number)
        expect(task).toMatchObject({
          title: issue.summary.trim(),
          statusId: issue.status.name.toLowerCase().replaceAll(' ', '-'),
          assignees: issue.assignee ? [expect.any(String)] : [],
          labels: issue.labels,
          links: issue.links,
          dueDate: issue.dueDate,
          createdAt: issue.created,
        })
        expect(names.get(task?.assignees[0] ?? '')).toBe(issue.assignee?.name)
        expect(names.get(task?.reporter ?? '')).toBe(issue.reporter?.name)
      }
    }
  },
  120_000,
)
