import { v7 as newId, v4 as newWindow } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import { onWake } from '@/server/subscribers/wake'
import { appRouter } from '@/server/trpc/router'
import { testDatabase } from '../../support/database'
import { contextFor, makePerson, makeWorkspace } from '../../support/people'
import { makeProject } from '../../support/project'
import { foldedProject, plain, storedProject } from '../../support/stored'

await testDatabase()
const ann = await makeWorkspace()
const ben = await makePerson(ann)
const window = await makeProject(ann)
const { projectId } = window
const anns = appRouter.createCaller(await contextFor(ann))
const bens = appRouter.createCaller(await contextFor(ben))
const from = () => ({ projectId, commandId: newId(), clientId: newWindow() })
const nul = 'a\u0000b'
const half = 'a\ud800b'

type Call = (taskId: string) => Promise<unknown>
const edit =
  (set: object, baseVersion = 1): Call =>
  (taskId) =>
    anns.task.edit({ ...from(), taskId, baseVersion, set: set as never })
const column = (more: object) => () =>
  anns.board.column({ projectId, statusId: 'todo', after: null, filter: null, ...more })
const page = (more: object) => () => anns.history.page({ projectId, before: null, ...more })

const REFUSED: [string, string, Call][] = [
  ['a version that no row can have', 'baseVersion', edit({ priority: 1 }, 2 ** 31)],
  ['a version below nought', 'baseVersion', edit({ priority: 1 }, -1)],
  ['a version that is no number', 'baseVersion', edit({ priority: 1 }, Number.NaN)],
  ['half a character in a title', 'title', edit({ title: half })],
  ['half a character in a description', 'description', edit({ description: half })],
  ['an endless estimate', 'estimate', edit({ estimate: Number.POSITIVE_INFINITY })],
  ['a day before all years', 'dueDate', edit({ dueDate: '0000-01-01' })],
  ['a field of every object', '__proto__', edit(JSON.parse('{"__proto__": "x"}'))],
  ['half a character in a status', 'statusId', column({ statusId: half })],
  ['a null character in a status', 'statusId', column({ statusId: nul })],
  ['a null character in a rank', 'rank', column({ after: { rank: nul, number: 1 } })],
  ['a number that no row can have', 'number', column({ after: { rank: 'a', number: 2 ** 40 } })],
  ['a null character in a filter', 'text', column({ filter: { text: nul } })],
  ['a null character in a label', 'labels', column({ filter: { labels: [nul] } })],
  ['a task of no number', 'number', () => anns.task.open({ projectId, number: 2 ** 40 })],
  ['a place before all years', 'at', page({ before: { at: '0000-01-01T00:00:00Z', seq: 1 } })],
  ['a null character in a search', 'text', page({ text: nul })],
  ['a position below nought', 'seq', () => anns.events.since({ projectId, seq: -1 })],
]

describe('the doors', () => {
  it.each(REFUSED)('refuse %s, naming %s', async (_what, field, call) => {
    const refused = call(await window.createTask())
    await expect(refused).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(refused).rejects.toThrow(field)
  })

  it.each([['__proto__'], ['constructor'], ['*'], ['toString']])(
    'know no status called %s',
    async (statusId) => {
      const taskId = await window.createTask()
      const move = { ...from(), taskId, baseVersion: 1, statusId, place: {} }
      expect(await anns.task.move(move)).toMatchObject({ refusal: { code: 'not-found' } })
      expect(
        await anns.board.column({ projectId, statusId, after: null, filter: null }),
      ).toMatchObject({ cards: [] })
    },
  )

  it('answer a position far beyond the log with nothing', async () => {
    const ahead = await anns.events.since({ projectId, seq: Number.MAX_SAFE_INTEGER })
    expect(ahead).toMatchObject({ events: [], more: false })
  })
})

describe('an id in capitals is the same id', () => {
  it('of a task that is there', async () => {
    const taskId = await window.createTask()
    const task = { taskType: 'task', title: 'Mine', statusId: 'todo', place: {} } as const
    const again = await bens.task.create({ ...from(), taskId: taskId.toUpperCase(), ...task })
    expect(again).toMatchObject({ refusal: { code: 'id-taken' } })
  })

  it("of somebody else's comment, which stays as it is", async () => {
    const taskId = await window.createTask()
    const commentId = newId()
    const on = { taskId, baseVersion: 1 }
    await anns.comment.add({ ...from(), ...on, commentId, body: "Ann's" })
    const upper = commentId.toUpperCase()
    const answer = await bens.comment.add({ ...from(), ...on, commentId: upper, body: "Ben's" })
    expect(answer).toMatchObject({ refusal: { code: 'id-taken' } })
    expect(plain(await storedProject(projectId))).toEqual(plain(await foldedProject(projectId)))
  })

  it('of a command that is repeated', async () => {
    const taskId = await window.createTask()
    const archive = { ...from(), taskId, baseVersion: 1 }
    const first = await anns.task.archive(archive)
    const upper = archive.commandId.toUpperCase()
    expect(await anns.task.archive({ ...archive, commandId: upper })).toEqual(first)
  })

  it('of a project, whose windows hear of it', async () => {
    const heard: string[] = []
    const forget = onWake((id) => heard.push(id))
    const taskId = await window.createTask()
    const upper = projectId.toUpperCase()
    const answer = await anns.task.archive({ ...from(), projectId: upper, taskId, baseVersion: 1 })
    forget()
    expect(answer.events.map((event) => event.projectId)).toEqual([projectId])
    expect(new Set(heard)).toEqual(new Set([projectId]))
  })
})

it('takes what only looks like an attack, to the letter', async () => {
  const taskId = await window.createTask()
  const description = "'; drop table task; -- {{7*7}} <script>alert(1)</script> \u202e \u{1f600}"
  expect(await edit({ description })(taskId)).toMatchObject({ outcome: 'applied' })
  const [row] = await database().sql`select description from task where id = ${taskId}`
  expect(row?.description).toBe(description)
})
