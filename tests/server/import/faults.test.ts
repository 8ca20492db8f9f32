import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { database } from '@/db/client'
import { INTERNAL_ERROR_MESSAGE } from '@/server/import/userMessage'
import { logger } from '@/server/observability/logger'
import { createImportFolder, writeJiraFile } from '@/tests/support/importFiles'
import { jiraIssue } from '@/tests/support/jiraIssue'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { storedProject } from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { FIXTURES, importedTasks, importFile, personNames, projectIdOf } from './importJira'

await testDatabase()
const folder = createImportFolder()
let me: TestPerson
beforeEach(async () => {
  me = await makeWorkspace()
})

let fileCount = 0
const writeFile = (entries: (object | string)[]) =>
  writeJiraFile(folder, `${++fileCount}.ndjson`, entries)
const projects = async () => {
  const [row] = await database().sql`
    select count(*)::int from project where workspace_id = ${me.workspaceId}`
  return row?.count
}

describe('broken entries', () => {
  const broken = () =>
    writeFile([
      jiraIssue('BAD-1'),
      '{"key": "BAD-2", ',
      jiraIssue('BAD-3', { summary: undefined }),
      { some: 'thing' },
      jiraIssue('BAD-1'),
      jiraIssue('BAD-5', { created: 'yesterday' }),
      jiraIssue('BAD-6'),
    ])

  it('a broken entry is skipped with its line and reason, and the rest is imported', async () => {
    const { state, lines, totals } = await importFile(me, broken())
    expect(state).toBe('done')
    expect(totals.outcomes).toMatchObject({ created: 2, skipped: 5 })
    const out = lines.filter((each) => each.outcome === 'skipped')
    expect(out.map((each) => [each.line, each.reason])).toEqual([
      [2, expect.stringContaining('not whole JSON')],
      [3, expect.stringContaining('BAD-3: fields.summary is missing')],
      [4, expect.stringContaining('no key')],
      [5, 'BAD-1 is in the file twice.'],
      [6, expect.stringContaining('BAD-5: fields.created is not a time')],
    ])
    expect([...(await importedTasks(me, 'BAD')).keys()]).toEqual([1, 6])
  })

  it('nothing is imported when the mapping asks for all or nothing', async () => {
    const { state, lines } = await importFile(me, broken(), { onProblem: 'stop' })
    expect(state).toBe('stopped')
    expect(lines.map((each) => each.line)).toEqual([2, 3, 4, 5, 6])
    expect(await projects()).toBe(0)
  })

  it('the entries before the end of a truncated file are imported', async () => {
    const whole = gunzipSync(readFileSync(join(FIXTURES, 'aloy-40.ndjson.gz')))
    const cut = gzipSync(whole)
    const path = writeFile([])
    writeFileSync(path, cut.subarray(0, cut.length - 2000))
    const { totals, lines } = await importFile(me, path)
    expect(totals.outcomes.created).toBeGreaterThan(20)
    expect(totals.outcomes.created).toBeLessThan(40)
    expect(lines.filter((each) => each.outcome === 'skipped')).toEqual([
      expect.objectContaining({
        line: totals.outcomes.created + 1,
        reason: 'The gzip file ends too early: it was cut short.',
      }),
    ])
  })

  it('characters that the database cannot store are dropped', async () => {
    await importFile(
      me,
      writeFile([jiraIssue('NUL-1', { summary: 'a\u0000b\ud800c', labels: ['x\u0000'] })]),
    )
    expect((await importedTasks(me, 'NUL')).get(1)).toMatchObject({ title: 'abc', labels: ['x'] })
  })

  it('a value that the database rejects is reported in our own words', async () => {
    const said = vi.spyOn(logger(), 'error').mockImplementation(() => {})
    const created = '-200000-01-01T00:00:00.000Z'
    const { line } = await importFile(
      me,
      writeFile([jiraIssue('OLD-1', { created }), jiraIssue('OLD-2')]),
    )
    expect(line('OLD-1')).toMatchObject({ outcome: 'failed', reason: INTERNAL_ERROR_MESSAGE })
    expect(line('OLD-2').outcome).toBe('created')
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })

  it('a name that is too long is not split inside a character', async () => {
    const reporter = { accountId: 'u-long', displayName: `${'y'.repeat(199)}\u{1f600}` }
    const long = `${'x'.repeat(79)}\u{1f600}`
    const project = { key: 'LONG', name: long }
    const status = { name: long, statusCategory: { key: 'new' } }
    const { totals } = await importFile(
      me,
      writeFile([jiraIssue('LONG-1', { project, reporter, status })]),
    )
    expect(totals.outcomes.created).toBe(1)
    const stored = await storedProject(await projectIdOf(me, 'LONG'))
    expect(stored.project?.name).toBe('x'.repeat(79))
  })
})

describe('a project that already exists', () => {
  it('issues are added beside its tasks, together with missing statuses', async () => {
    const client = await makeProject(me)
    const { project } = await storedProject(client.projectId)
    const key = project?.key ?? ''
    await client.createTask({ title: 'Ours' })
    const done = { status: { name: 'done', statusCategory: { key: 'done' } } }
    const path = writeFile([jiraIssue('ELSE-1'), jiraIssue('ELSE-7', done)])
    const { totals, line } = await importFile(me, path, { projects: { ELSE: { key } } })
    expect(totals.outcomes).toMatchObject({ created: 1, failed: 1 })
    expect(line('ELSE-1').reason).toBe(`${key}-1 is another task here.`)
    const tasks = await importedTasks(me, key)
    expect(tasks.get(1)?.title).toBe('Ours')
    expect(tasks.get(7)?.statusId).toBe('done')
    const after = (await storedProject(client.projectId)).project
    expect(after).toMatchObject({ nextNumber: 8 })
    expect(after?.statuses.map((each) => each.name)).toContain('Open')
    const stopped = await importFile(me, path, { projects: { ELSE: { key } }, onProblem: 'stop' })
    expect(stopped).toMatchObject({ state: 'stopped' })
  })

  it('tasks created during the import get higher numbers than all imported ones', async () => {
    const issues = Array.from({ length: 450 }, (_, i) => jiraIssue(`BUSY-${i + 1}`))
    let created = 0
    await importFile(
      me,
      writeFile(issues),
      {},
      {
        report: async () => {
          if (created++ > 0) return
          await new TestClient(me, await projectIdOf(me, 'BUSY')).createTask({ statusId: 'open' })
        },
      },
    )
    const tasks = await importedTasks(me, 'BUSY')
    expect(tasks.size).toBe(451)
    expect(tasks.get(451)?.title).toBe('A task')
  })

  it('archived tasks stay archived', async () => {
    const path = writeFile([jiraIssue('ARC-1')])
    await importFile(me, path)
    const taskId = (await importedTasks(me, 'ARC')).get(1)?.id ?? ''
    const client = new TestClient(me, await projectIdOf(me, 'ARC'))
    await client.send({ type: 'task.archive', taskId, baseVersion: 1 })
    const newer = jiraIssue('ARC-1', {
      comment: { comments: [{ id: '1', body: 'New', created: '2024-02-01' }] },
    })
    const first = await importFile(me, writeFile([newer]))
    expect(first.line('ARC-1')).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('archived'),
    })
    await client.send({ type: 'task.restore', taskId, baseVersion: 2 })
    const second = await importFile(me, writeFile([newer]))
    expect(second.line('ARC-1')).toMatchObject({ outcome: 'updated', comments: 1 })
  })
})

describe('restricted issues and comments', () => {
  const hidden = () =>
    writeFile([
      jiraIssue('SEC-1', { security: { name: 'Staff' } }),
      jiraIssue('SEC-2', {
        comment: {
          comments: [
            { id: '1', body: 'For all', created: '2024-01-03' },
            { id: '2', body: 'For few', created: '2024-01-03', visibility: { type: 'role' } },
          ],
        },
      }),
    ])

  it('restricted data is not imported unless the mapping includes it', async () => {
    const { line } = await importFile(me, hidden())
    expect(line('SEC-1')).toMatchObject({ outcome: 'skipped' })
    expect(line('SEC-2')).toMatchObject({
      comments: 1,
      notes: ['1 restricted comment stayed in Jira.'],
    })
    const { totals } = await importFile(me, hidden(), { restricted: 'include' })
    expect(totals).toMatchObject({ outcomes: { created: 1, updated: 1 }, comments: 1 })
  })
})

describe('people of an import', () => {
  it('people are matched by e-mail, or as an admin matched them, also in the next import', async () => {
    const carl = await makePerson(me, 'member', 'Carl')
    const dora = await makePerson(me, 'member', 'Dora')
    const issue = (number: number) =>
      jiraIssue(`WHO-${number}`, {
        reporter: {
          name: 'jcarl',
          displayName: 'J. Carl',
          emailAddress: carl.account.email.toUpperCase(),
        },
        assignee: { name: 'jdora', displayName: 'J. Dora' },
      })
    const { totals } = await importFile(me, writeFile([issue(1)]), {
      people: { jdora: dora.personId },
    })
    expect(totals.placeholders).toBe(0)
    await importFile(me, writeFile([issue(2)]))
    for (const task of (await importedTasks(me, 'WHO')).values()) {
      expect(task).toMatchObject({ reporter: carl.personId, assignees: [dora.personId] })
    }
  })

  it('people whom Jira does not name become one placeholder', async () => {
    await importFile(
      me,
      writeFile([jiraIssue('WHO-1', { reporter: null }), jiraIssue('WHO-2', { reporter: null })]),
    )
    const names = await personNames(me)
    const reporters = [...(await importedTasks(me, 'WHO')).values()].map((task) =>
      names.get(task.reporter),
    )
    expect(reporters).toEqual(['Someone in Jira', 'Someone in Jira'])
  })
})

describe('the mapping of an import', () => {
  it('the mapping merges statuses, renames keys in links too, and selects projects', async () => {
    const status = (name: string, key: string) => ({ status: { name, statusCategory: { key } } })
    const link = { type: { outward: 'blocks' }, outwardIssue: { key: 'OLD-2' } }
    const path = writeFile([
      jiraIssue('OLD-1', { ...status('Resolved', 'done'), issuelinks: [link] }),
      jiraIssue('OLD-2', status('Closed', 'done')),
      jiraIssue('NOT-1'),
    ])
    await importFile(me, path, {
      projects: { OLD: { key: 'FRESH', name: 'Fresh' }, NOT: { included: false } },
      statuses: { Resolved: { name: 'Done' }, Closed: { name: 'Done' } },
    })
    const { project } = await storedProject(await projectIdOf(me, 'FRESH'))
    expect(project?.statuses.map((each) => [each.name, each.taskCount])).toEqual([['Done', 2]])
    expect((await importedTasks(me, 'FRESH')).get(1)?.links).toEqual(['blocks:FRESH-2'])
    expect(await projects()).toBe(1)
  })
})

it('a canceled import keeps what was imported and continues in the next run', async () => {
  const issues = Array.from({ length: 450 }, (_, i) => jiraIssue(`STOP-${i + 1}`))
  const stop = new AbortController()
  const path = writeFile(issues)
  const { state, totals } = await importFile(
    me,
    path,
    {},
    {
      report: async () => stop.abort(),
      signal: stop.signal,
    },
  )
  expect(state).toBe('cancelled')
  expect(totals.outcomes.created).toBeGreaterThan(100)
  const rest = await importFile(me, path)
  expect(rest.totals.outcomes).toEqual({
    created: 450 - totals.outcomes.created,
    updated: 0,
    unchanged: totals.outcomes.created,
    skipped: 0,
    failed: 0,
  })
})
