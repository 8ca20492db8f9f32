import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { createImportFolder, writeJiraFile } from '@/tests/support/importFiles'
import { jiraIssue } from '@/tests/support/jiraIssue'
import { makePerson, makeWorkspace, type TestPerson } from '@/tests/support/people'
import { storedLog, storedProject } from '@/tests/support/storedProject'
import { TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { FIXTURES, importedTasks, importFile, personNames, projectIdOf } from './importJira'

await testDatabase()
const folder = createImportFolder()
let me: TestPerson
beforeEach(async () => {
  me = await makeWorkspace()
})

const ALOY_FILE = join(FIXTURES, 'aloy-40.ndjson.gz')
let fileCount = 0
const writeFile = (entries: (object | string)[]) =>
  writeJiraFile(folder, `${++fileCount}.ndjson`, entries)
const changelog = (...histories: object[]) => ({ changelog: { histories } })
const historyEntry = (at: string, ...items: object[]) => ({
  id: at,
  author: { accountId: 'u-hal', displayName: 'Hal History' },
  created: `2024-01-${at}T10:00:00.000+0000`,
  items,
})
const statusChange = (from: string, to: string) => ({
  field: 'status',
  from: null,
  fromString: from,
  to: null,
  toString: to,
})
const status = (name: string, key: string) => ({ status: { name, statusCategory: { key } } })
const comment = (id: string, body: unknown, more: object = {}) => ({
  id,
  author: { accountId: 'u-carl', displayName: 'Carl Commenter' },
  body,
  created: '2024-01-04T10:00:00.000+0000',
  ...more,
})

describe('an import of real issues', () => {
  it('keys, people, dates, comments, labels, links and priorities are imported', async () => {
    const { state, totals, line } = await importFile(me, ALOY_FILE)
    expect(state).toBe('done')
    expect(totals.outcomes).toMatchObject({ created: 40, failed: 0, skipped: 0 })
    const tasks = await importedTasks(me, 'ALOY')
    const names = await personNames(me)
    const first = tasks.get(1)
    expect(first).toMatchObject({
      title: 'logger.js failing in Titanium runtime',
      type: 'bug',
      priority: 2,
      statusId: 'closed',
      createdAt: '2012-05-16T07:56:13.000Z',
      commentCount: 2,
    })
    expect(first?.description).toContain('Stronger `isNode` checking')
    expect(names.get(first?.reporter ?? '')).toBe('Lena Joshi')
    expect(line('ALOY-1').unsupported).not.toHaveProperty('components')
    expect(first?.components).toHaveLength(1)
    expect([...tasks.values()].some((task) => task.labels.length > 0)).toBe(true)
    const { project } = await storedProject(await projectIdOf(me, 'ALOY'))
    expect(project).toMatchObject({ name: 'Alloy', nextNumber: 1726 })
  })

  it('people become placeholders that can be invited, each with an audit entry', async () => {
    const { totals } = await importFile(me, ALOY_FILE)
    const rows = await database().sql`
      select account_id, role, imported_as from person
      where workspace_id = ${me.workspaceId} and imported_as is not null`
    expect(rows).toHaveLength(totals.placeholders)
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) expect(row).toMatchObject({ account_id: null, role: 'member' })
    const [audit] = await database().sql`
      select count(*)::int from audit
      where workspace_id = ${me.workspaceId} and kind = 'person.imported'`
    expect(audit?.count).toBe(rows.length)
  })

  it('a second run changes nothing, whoever starts it', async () => {
    await importFile(me, ALOY_FILE)
    const before = await storedLog(await projectIdOf(me, 'ALOY'))
    const other = await makePerson(me, 'admin')
    for (const personIndex of [me, other]) {
      const { totals } = await importFile(personIndex, ALOY_FILE)
      expect(totals).toMatchObject({ outcomes: { unchanged: 40, created: 0 }, placeholders: 0 })
    }
    expect(await storedLog(await projectIdOf(me, 'ALOY'))).toEqual(before)
  })

  it('a document of Jira Cloud is imported with its history', async () => {
    const { totals } = await importFile(me, join(FIXTURES, 'cloud-sample.json.gz'))
    expect(totals.outcomes).toMatchObject({ created: 10, failed: 0 })
    const tasks = await importedTasks(me, 'SP')
    const log = await storedLog(await projectIdOf(me, 'SP'))
    expect(log.filter((event) => event.imported).length).toBe(10 + totals.steps + totals.comments)
    expect(tasks.get(10)).toMatchObject({ statusId: 'done', priority: 2 })
    expect(tasks.get(14)).toMatchObject({ estimate: 14, links: ['blocks:SP-15'] })
  })
})

describe('the history of an issue', () => {
  const issueWithHistory = jiraIssue(
    'HIS-1',
    {
      ...status('Done', 'done'),
      summary: 'Now',
      assignee: { accountId: 'u-ann', displayName: 'Ann Assignee' },
      labels: ['b', 'c'],
      updated: '2024-01-20T10:00:00.000+0000',
    },
    changelog(
      historyEntry('03', statusChange('Open', 'Doing')),
      historyEntry(
        '04',
        { field: 'summary', fromString: 'Then', toString: 'Now' },
        statusChange('Doing', 'Done'),
      ),
      historyEntry('05', { field: 'labels', fromString: 'a b', toString: 'b c' }),
      historyEntry('06', { field: 'Attachment', fromString: null, toString: 'a.png' }),
    ),
  )

  it('the history becomes backdated events by their authors, marked as imported', async () => {
    const { line } = await importFile(me, writeFile([issueWithHistory]))
    const task = (await importedTasks(me, 'HIS')).get(1)
    expect(task).toMatchObject({ title: 'Now', statusId: 'done', labels: ['b', 'c'], version: 5 })
    const names = await personNames(me)
    const log = (await storedLog(await projectIdOf(me, 'HIS'))).filter((each) => each.taskId)
    const short = log.map((e) => [e.type, e.at.slice(0, 10), names.get(e.actor), e.imported])
    expect(short).toEqual([
      ['task.created', '2024-01-02', 'Rita Reporter', true],
      ['task.moved', '2024-01-03', 'Hal History', true],
      ['task.edited', '2024-01-04', 'Hal History', true],
      ['task.moved', '2024-01-04', 'Hal History', true],
      ['task.edited', '2024-01-05', 'Hal History', true],
    ])
    expect(log[0]?.data).toMatchObject({ title: 'Then', statusId: 'open', labels: ['a', 'b'] })
    expect(line('HIS-1').unsupported).toEqual({ 'history of Attachment': 1 })
  })

  it('a history that does not lead to the current state gets a correcting last step', async () => {
    const broken = {
      ...issueWithHistory,
      ...changelog(historyEntry('03', statusChange('Open', 'Doing'))),
    }
    const { line } = await importFile(me, writeFile([broken]))
    expect((await importedTasks(me, 'HIS')).get(1)).toMatchObject({ statusId: 'done' })
    expect(line('HIS-1').notes).toContainEqual(expect.stringContaining('last step'))
    const last = (await storedLog(await projectIdOf(me, 'HIS'))).at(-1)
    expect(last).toMatchObject({ type: 'task.moved', at: '2024-01-20T10:00:00.000Z' })
  })

  it('a newer export adds only new history, comments and issues', async () => {
    await importFile(me, writeFile([issueWithHistory]))
    const before = await storedLog(await projectIdOf(me, 'HIS'))
    const newer = structuredClone(issueWithHistory)
    newer.changelog.histories.push(historyEntry('25', statusChange('Done', 'Open')))
    Object.assign(newer.fields, status('Open', 'new'), {
      updated: '2024-01-25T10:00:00.000+0000',
      comment: { comments: [comment('c1', 'Not done after all')] },
    })
    const { totals, line } = await importFile(me, writeFile([newer, jiraIssue('HIS-2')]))
    expect(line('HIS-1')).toMatchObject({ outcome: 'updated', steps: 1, comments: 1 })
    expect(totals.outcomes).toMatchObject({ created: 1, updated: 1 })
    const log = await storedLog(await projectIdOf(me, 'HIS'))
    expect(log.slice(0, before.length)).toEqual(before)
    expect(
      log
        .slice(before.length)
        .map((each) => each.type)
        .sort(),
    ).toEqual(['comment.added', 'task.created', 'task.moved'])
    expect((await importedTasks(me, 'HIS')).get(1)).toMatchObject({
      statusId: 'open',
      commentCount: 1,
    })
  })

  it('a newer export continues from the state that the task has here', async () => {
    await importFile(me, writeFile([issueWithHistory]))
    const client = new TestClient(me, await projectIdOf(me, 'HIS'))
    const task = (await importedTasks(me, 'HIS')).get(1)
    const at = { taskId: task?.id ?? '', baseVersion: 5 }
    await client.send({ type: 'task.edit', ...at, set: { title: 'Ours' } })
    await client.move(at.taskId, 6, 'doing')
    const newer = structuredClone(issueWithHistory)
    newer.changelog.histories.push(historyEntry('25', statusChange('Done', 'Open')))
    Object.assign(newer.fields, status('Open', 'new'))
    await importFile(me, writeFile([newer]))
    expect((await importedTasks(me, 'HIS')).get(1)).toMatchObject({
      title: 'Ours',
      statusId: 'open',
    })
  })

  it('statuses that hardly any issue passed through get no column', async () => {
    const many = Array.from({ length: 150 }, (_, i) => jiraIssue(`HIS-${i + 2}`))
    const rare = [historyEntry('03', statusChange('Parked', 'Done'))]
    await importFile(me, writeFile([{ ...issueWithHistory, ...changelog(...rare) }, ...many]))
    const { project } = await storedProject(await projectIdOf(me, 'HIS'))
    const live = project?.statuses.filter((each) => !each.removedAt)
    expect(live?.map((each) => each.name)).toEqual(['Open', 'Done'])
    expect(project?.statuses.map((each) => each.name)).toContain('Parked')
    await importedTasks(me, 'HIS')
    const again = await importFile(
      me,
      writeFile([{ ...issueWithHistory, ...changelog(...rare) }, ...many]),
    )
    expect(again.totals.outcomes).toMatchObject({ unchanged: 151 })
  })
})

describe('the order of imported tasks in columns', () => {
  it('tasks are ordered by Jira rank, otherwise by number, and new ones come last', async () => {
    const rank = (value: string) => ({ customfield_9: value })
    const issues = [
      jiraIssue('ORD-1', rank('0|i00c:')),
      jiraIssue('ORD-2', rank('0|i00a:')),
      jiraIssue('ORD-3', { ...rank('0|i00b:'), ...status('Done', 'done') }),
      jiraIssue('ORD-5'),
      jiraIssue('ORD-4'),
    ]
    await importFile(me, writeFile(issues))
    await importFile(me, writeFile([...issues, jiraIssue('ORD-9', rank('0|i000:'))]))
    const tasks = [...(await importedTasks(me, 'ORD')).values()]
    const order = tasks.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map((task) => task.number)
    expect(order).toEqual([2, 3, 1, 4, 5, 9])
  })
})
