import { expect, it } from 'vitest'
import { createImportFolder, writeJiraFile } from '@/tests/support/importFiles'
import { jiraIssue } from '@/tests/support/jiraIssue'
import { makeWorkspace } from '@/tests/support/people'
import { storedLog, storedProject } from '@/tests/support/storedProject'
import { TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { importedTasks, importFile, projectIdOf } from './importJira'

await testDatabase()
const folder = createImportFolder()

const sprintField = (id: number, state: string, name: string) =>
  `com.atlassian.greenhopper.service.sprint.Sprint@1[rapidViewId=<null>,state=${state},` +
  `name=${name},startDate=2024-01-0${id}T09:00:00.000Z,endDate=2024-01-1${id}T09:00:00.000Z,` +
  `completeDate=${state === 'CLOSED' ? `2024-01-1${id}T10:00:00.000Z` : '<null>'},id=${id}]`
const person = { accountId: 'u-wil', displayName: 'Wil Worker' }
const historyEntry = (day: string, ...items: object[]) => ({
  id: day,
  author: person,
  created: `2024-01-${day}T10:00:00.000+0000`,
  items,
})
const issueType = (name: string, subtask = false) => ({ issuetype: { name, subtask } })

const writeFile = () =>
  writeJiraFile(folder, 'planning.ndjson', [
    jiraIssue('PLN-1', { ...issueType('Epic'), summary: 'Leave the ground' }),
    {
      ...jiraIssue('PLN-2', {
        ...issueType('Story'),
        parent: { id: 'PLN-1', key: 'PLN-1' },
        customfield_1: [sprintField(1, 'CLOSED', 'One, and more'), sprintField(2, 'ACTIVE', 'Two')],
        components: [{ id: '7', name: 'Wings' }],
        fixVersions: [{ id: '9', name: '1.0', released: true, releaseDate: '2024-02-01' }],
        versions: [{ id: '8', name: '0.9', archived: true }],
        resolution: { name: 'Fixed' },
        timeoriginalestimate: 7200,
        timeestimate: 1800,
        worklog: {
          total: 2,
          worklogs: [
            {
              id: 'w1',
              author: person,
              comment: 'Glued',
              started: '2024-01-05T08:00:00.000+0000',
              timeSpentSeconds: 5400,
            },
          ],
        },
        updated: '2024-01-20T10:00:00.000+0000',
      }),
      changelog: {
        histories: [
          historyEntry('03', { field: 'Sprint', from: '', to: '1', toString: 'One, and more' }),
          historyEntry('11', {
            field: 'Sprint',
            from: '1',
            to: '1, 2',
            toString: 'One, and more, Two',
          }),
          historyEntry('12', { field: 'Fix Version', from: null, to: '9', toString: '1.0' }),
          historyEntry('13', { field: 'Version', from: null, to: '8', toString: '0.9' }),
        ],
      },
    },
    jiraIssue('PLN-3', {
      ...issueType('Sub-task', true),
      parent: { id: 'PLN-2', key: 'PLN-2' },
      customfield_1: [sprintField(2, 'ACTIVE', 'Two')],
    }),
    jiraIssue('PLN-4', { ...issueType('Story'), parent: { id: 'ELSE-1', key: 'ELSE-1' } }),
  ])

it('sprints, parents, components, versions, estimates and worklogs are imported with their history', async () => {
  const me = await makeWorkspace()
  const { totals, line } = await importFile(me, writeFile())
  expect(totals).toMatchObject({ worklogs: 1, sprints: 2, outcomes: { created: 4 } })
  const tasks = await importedTasks(me, 'PLN')
  const id = await projectIdOf(me, 'PLN')
  const { project, worklogs } = await storedProject(id)
  const [one, two] = project?.sprints ?? []
  expect(one).toMatchObject({ name: 'One, and more', state: 'closed', endDate: '2024-01-11' })
  expect(two).toMatchObject({ name: 'Two', state: 'active', startDate: '2024-01-02' })
  expect(project?.components).toMatchObject([{ name: 'Wings' }])
  const version = (name: string) => project?.versions.find((each) => each.name === name)
  expect(version('1.0')).toMatchObject({ state: 'released', releaseDate: '2024-02-01' })
  expect(version('0.9')).toMatchObject({ state: 'archived' })
  expect(tasks.get(2)).toMatchObject({
    parentId: tasks.get(1)?.id,
    sprintId: two?.id,
    components: [project?.components[0]?.id],
    fixVersions: [version('1.0')?.id],
    affectedVersions: [version('0.9')?.id],
    resolution: 'Fixed',
    originalEstimate: 7200,
    remainingEstimate: 1800,
    timeSpent: 5400,
    links: [],
  })
  expect([...worklogs.values()]).toMatchObject([{ seconds: 5400, note: 'Glued' }])
  // A subtask follows its parent; a parent that is not in the file stays a link.
  expect(tasks.get(3)).toMatchObject({ parentId: tasks.get(2)?.id, sprintId: null })
  expect(tasks.get(4)).toMatchObject({ parentId: null, links: ['parent:ELSE-1'] })
  expect(line('PLN-4').notes).toEqual([expect.stringContaining('ELSE-1')])
  expect(line('PLN-2').unsupported).toEqual({ 'worklogs missing from the export': 1 })
  const taskEvents = (await storedLog(id)).filter((each) => each.taskId === tasks.get(2)?.id)
  expect(taskEvents.map((each) => [each.type, each.at.slice(0, 10)])).toEqual([
    ['task.created', '2024-01-02'],
    ['task.planned', '2024-01-03'],
    ['worklog.added', '2024-01-05'],
    ['task.planned', '2024-01-11'],
    ['task.edited', '2024-01-12'],
    ['task.edited', '2024-01-13'],
  ])
})

it('a second run adds nothing', async () => {
  const me = await makeWorkspace()
  await importFile(me, writeFile())
  const before = await storedLog(await projectIdOf(me, 'PLN'))
  const { totals } = await importFile(me, writeFile())
  expect(totals).toMatchObject({ sprints: 0, worklogs: 0, outcomes: { unchanged: 4 } })
  expect(await storedLog(await projectIdOf(me, 'PLN'))).toEqual(before)
})

it('versions released in Jira since are updated, unless people have changed them here', async () => {
  const me = await makeWorkspace()
  const bug = (fixVersions: object[]) =>
    writeJiraFile(folder, 'versions.ndjson', [
      jiraIssue('PLN-1', { ...issueType('Bug'), fixVersions }),
    ])
  const [one, two] = [
    { id: '1', name: '1.0' },
    { id: '2', name: '2.0' },
  ]
  await importFile(me, bug([one, two]))
  const id = await projectIdOf(me, 'PLN')
  const versions = async () =>
    ((await storedProject(id)).project?.versions ?? []).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    )
  const own = (await versions()).find(({ name }) => name === '2.0')
  const set = { releaseDate: '2031-01-01' }
  const edit = { type: 'version.edit', versionId: own?.id ?? '', set } as const
  await new TestClient(me, id).send({ ...edit, baseVersion: 3 })

  const released = { released: true, releaseDate: '2024-02-01' }
  const later = () => bug([one, two].map((each) => ({ ...each, ...released })))
  const stays =
    'The version “2.0” is released in Jira. It stays as it is here: it was made or changed here.'
  expect((await importFile(me, later())).totals.notes).toEqual([
    'The version “1.0” is released in Jira. So it is here now.',
    stays,
  ])
  expect(await versions()).toMatchObject([
    { name: '1.0', state: 'released', releaseDate: '2024-02-01' },
    { name: '2.0', state: 'planned', releaseDate: '2031-01-01' },
  ])
  expect((await importFile(me, later())).totals.notes).toEqual([stays])
  // An export with less data reverts nothing.
  expect((await importFile(me, bug([one]))).totals.notes).toEqual([])
})
