import { v4 as newClientId, v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { onNewEvents } from '@/server/projections/newEventsSignal'
import { appRouter } from '@/server/trpc/appRouter'
import { makePerson, makeWorkspace, trpcContextFor } from '@/tests/support/people'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const client = await makeProject(ann)
const { projectId } = client
const annApi = appRouter.createCaller(await trpcContextFor(ann))
const benApi = appRouter.createCaller(await trpcContextFor(ben))
const commandBase = () => ({ projectId, commandId: newId(), clientId: newClientId() })
const NUL_TEXT = 'a\u0000b'
const LONE_SURROGATE_TEXT = 'a\ud800b'

type TaskCall = (taskId: string) => Promise<unknown>
const editWith =
  (set: object, baseVersion = 1): TaskCall =>
  (taskId) =>
    annApi.task.edit({ ...commandBase(), taskId, baseVersion, set: set as never })
const columnWith = (more: object) => () =>
  annApi.board.columnPage({ projectId, statusId: 'todo', after: null, filter: null, ...more })
const historyPageWith = (more: object) => () => annApi.history.page({ projectId, ...more })

const REJECTED_CALLS: [string, string, TaskCall][] = [
  ['a version above the largest integer', 'baseVersion', editWith({ priority: 1 }, 2 ** 31)],
  ['a negative version', 'baseVersion', editWith({ priority: 1 }, -1)],
  ['a version that is not a number', 'baseVersion', editWith({ priority: 1 }, Number.NaN)],
  ['half a surrogate pair in a title', 'title', editWith({ title: LONE_SURROGATE_TEXT })],
  [
    'half a surrogate pair in a description',
    'description',
    editWith({ description: LONE_SURROGATE_TEXT }),
  ],
  ['an infinite estimate', 'estimate', editWith({ estimate: Number.POSITIVE_INFINITY })],
  ['a due date in the year 0', 'dueDate', editWith({ dueDate: '0000-01-01' })],
  ['a property of every object', '__proto__', editWith(JSON.parse('{"__proto__": "x"}'))],
  ['half a surrogate pair in a status', 'statusId', columnWith({ statusId: LONE_SURROGATE_TEXT })],
  ['a null character in a status', 'statusId', columnWith({ statusId: NUL_TEXT })],
  ['a null character in a rank', 'rank', columnWith({ after: { rank: NUL_TEXT, number: 1 } })],
  [
    'a cursor with a number above the largest integer',
    'number',
    columnWith({ after: { rank: 'a', number: 2 ** 40 } }),
  ],
  ['a null character in a filter', 'text', columnWith({ filter: { text: NUL_TEXT } })],
  ['a null character in a label', 'labels', columnWith({ filter: { labels: [NUL_TEXT] } })],
  [
    'a task number above the largest integer',
    'number',
    () => annApi.task.get({ projectId, number: 2 ** 40 }),
  ],
  [
    'a history cursor in the year 0',
    'at',
    historyPageWith({ cursor: { at: '0000-01-01T00:00:00Z', seq: 1 } }),
  ],
  ['a null character in a search', 'text', historyPageWith({ text: NUL_TEXT })],
  ['a negative seq', 'seq', () => annApi.events.since({ projectId, seq: -1 })],
]

describe('hostile input to procedures', () => {
  it.each(REJECTED_CALLS)('%s is rejected, and the error names %s', async (_what, field, call) => {
    const refused = call(await client.createTask())
    await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(refused).rejects.toThrow(field)
  })

  it.each([['__proto__'], ['constructor'], ['*'], ['toString']])(
    'there is no status called %s',
    async (statusId) => {
      const taskId = await client.createTask()
      const move = { ...commandBase(), taskId, baseVersion: 1, statusId, position: {} }
      expect(await annApi.task.move(move)).toMatchObject({ rejection: { code: 'not-found' } })
      expect(
        await annApi.board.columnPage({ projectId, statusId, after: null, filter: null }),
      ).toMatchObject({ cards: [] })
    },
  )

  it('a seq far beyond the log returns nothing', async () => {
    const ahead = await annApi.events.since({ projectId, seq: Number.MAX_SAFE_INTEGER })
    expect(ahead).toMatchObject({ events: [], hasMore: false })
  })
})

describe('an id in capitals is the same id', () => {
  it('the id of an existing task is rejected for a new task', async () => {
    const taskId = await client.createTask()
    const task = { taskType: 'task', title: 'Mine', statusId: 'todo', position: {} } as const
    const again = await benApi.task.create({
      ...commandBase(),
      taskId: taskId.toUpperCase(),
      ...task,
    })
    expect(again).toMatchObject({ rejection: { code: 'id-taken' } })
  })

  it('the id of an existing comment is rejected, and the comment stays unchanged', async () => {
    const taskId = await client.createTask()
    const commentId = newId()
    const on = { taskId, baseVersion: 1 }
    await annApi.comment.add({ ...commandBase(), ...on, commentId, body: "Ann's" })
    const upper = commentId.toUpperCase()
    const answer = await benApi.comment.add({
      ...commandBase(),
      ...on,
      commentId: upper,
      body: "Ben's",
    })
    expect(answer).toMatchObject({ rejection: { code: 'id-taken' } })
    expect(toComparable(await storedProject(projectId))).toEqual(
      toComparable(await replayedProject(projectId)),
    )
  })

  it('a repeated command is recognized and gets the first result', async () => {
    const taskId = await client.createTask()
    const archive = { ...commandBase(), taskId, baseVersion: 1 }
    const first = await annApi.task.archive(archive)
    const upper = archive.commandId.toUpperCase()
    expect(await annApi.task.archive({ ...archive, commandId: upper })).toEqual(first)
  })

  it('a command for a project notifies the subscribers of that project', async () => {
    const received: string[] = []
    const forget = onNewEvents((id) => received.push(id))
    const taskId = await client.createTask()
    const upper = projectId.toUpperCase()
    const answer = await annApi.task.archive({
      ...commandBase(),
      projectId: upper,
      taskId,
      baseVersion: 1,
    })
    forget()
    expect(answer.events.map((event) => event.projectId)).toEqual([projectId])
    expect(new Set(received)).toEqual(new Set([projectId]))
  })
})

it('text that looks like an attack is stored unchanged', async () => {
  const taskId = await client.createTask()
  const description = "'; drop table task; -- {{7*7}} <script>alert(1)</script> \u202e \u{1f600}"
  expect(await editWith({ description })(taskId)).toMatchObject({ outcome: 'applied' })
  const [row] = await database().sql`select description from task where id = ${taskId}`
  expect(row?.description).toBe(description)
})
