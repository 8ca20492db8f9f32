import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Command } from '@/domain/commands'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { Rule } from '@/domain/project/transition'
import type { Id, StatusId } from '@/domain/words'
import { testDatabase } from '../../support/database'
import { illegalMoves } from '../../support/legalMoves'
import { otherProcess } from '../../support/other-process'
import { makePerson, makeWorkspace } from '../../support/people'
import { eventOf, makeProject, Window } from '../../support/project'
import { foldedProject, plain, storedLog, storedProject, storedTotals } from '../../support/stored'

const { appUrl } = await testDatabase()
const elsewhere = otherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)

function send(person: typeof ben, projectId: Id, command: Command) {
  const { clientId } = new Window(person, projectId)
  return elsewhere(person.scope, { commandId: newId(), clientId, projectId, command })
}

async function drawn(projectId: Id): Promise<WorkflowStatus[]> {
  const { project } = await storedProject(projectId)
  return (project?.statuses ?? [])
    .filter((status) => !status.removedAt)
    .map(({ id, name, category, color, wipLimit, transitions }) => {
      return { id, name, category, color, wipLimit, transitions }
    })
}

/** Opens only these ways from `todo`. */
async function open(window: Window, ways: Record<StatusId, Rule[]>) {
  const { projectId } = window
  const transitions = Object.entries(ways).map(([to, rules]) => ({ to, rules }))
  const all = await drawn(projectId)
  const statuses = all.map((each) => (each.id === 'todo' ? { ...each, transitions } : each))
  const { project } = await storedProject(projectId)
  return window.send({
    type: 'workflow.change',
    baseVersion: project?.version ?? 0,
    statuses,
    orphans: {},
  })
}

async function isTrue(projectId: Id) {
  expect(plain(await foldedProject(projectId))).toEqual(plain(await storedProject(projectId)))
  const totals = await storedTotals(projectId)
  expect(totals.kept).toEqual(totals.added)
}

describe('transitions, as the server keeps them', () => {
  it('refuse a move, keep the refusal, and write nothing', async () => {
    const window = await makeProject(ann)
    const taskId = await window.createTask()
    await open(window, { review: [] })
    const answer = await window.move(taskId, 1, 'done')
    expect(answer).toMatchObject({ outcome: 'refused', refusal: { code: 'transition' } })
    const [row] = await database().sql`
      select outcome, refusal from command where command_id = ${answer.commandId}`
    expect(row).toMatchObject({ outcome: 'refused', refusal: { field: 'statusId' } })
    expect((await window.move(taskId, 1, 'review')).outcome).toBe('applied')
    await isTrue(window.projectId)
  })

  it('are as they are drawn, and null where a row is from before there were any', async () => {
    const window = await makeProject(ann)
    await open(window, { done: [{ kind: 'set', field: 'priority', to: 4 }] })
    const rows = await database().sql`
      select id, transitions, transitions_since from status
      where project_id = ${window.projectId} order by rank`
    expect(rows[0]?.transitions).toEqual([
      { to: 'done', rules: [{ kind: 'set', field: 'priority', to: 4 }] },
    ])
    expect(rows[0]?.transitions_since).not.toBeNull()
    expect(rows[1]).toMatchObject({ transitions: null, transitions_since: null })
  })

  it('know whether there is a description, though none is loaded to move', async () => {
    const window = await makeProject(ann)
    const bare = await window.createTask()
    const told = await window.createTask({ description: 'x'.repeat(50_000) })
    await open(window, { done: [{ kind: 'require', fields: ['description'] }] })
    const refused = await window.move(bare, 1, 'done')
    expect(refused.refusal?.field).toBe('description')
    expect((await window.move(told, 1, 'done')).outcome).toBe('applied')
    const filled = await window.send({
      type: 'task.move',
      taskId: bare,
      baseVersion: 1,
      statusId: 'done',
      place: {},
      set: { description: 'Now there is one.' },
    })
    expect(filled.outcome).toBe('applied')
    const [row] = await database().sql`select description from task where id = ${told}`
    expect(row?.description).toHaveLength(50_000)
    await isTrue(window.projectId)
  })

  it('write what is filled in and what is set, in one version after the other', async () => {
    const window = await makeProject(ann)
    const taskId = await window.createTask()
    await open(window, {
      done: [
        { kind: 'require', fields: ['estimate'] },
        { kind: 'set', field: 'resolution', to: 'done' },
        { kind: 'set', field: 'assignees', to: 'actor' },
      ],
    })
    const move = { type: 'task.move', taskId, baseVersion: 1, statusId: 'done', place: {} } as const
    const answer = await window.send({ ...move, set: { estimate: 5 } })
    expect(answer.events.map((event) => [event.type, event.version])).toEqual([
      ['task.edited', 2],
      ['task.moved', 3],
    ])
    const [row] = await database().sql`select * from task where id = ${taskId}`
    expect(row).toMatchObject({
      estimate: 5,
      resolution: 'done',
      assignees: [ann.personId],
      status_id: 'done',
      version: 3,
    })
    await isTrue(window.projectId)
  })
})

describe('a workflow that changes under its tasks', () => {
  it('takes hundreds of tasks along in one transaction', async () => {
    const window = await makeProject(ann)
    const { projectId } = window
    const made = Array.from({ length: 300 }, (_, n) =>
      window.createTask({ statusId: n % 2 ? 'todo' : 'review', title: `T${n}` }),
    )
    await Promise.all(made)
    await window.createTask({ statusId: 'done' })
    const statuses = (await drawn(projectId)).filter(
      ({ id }) => id === 'done' || id === 'in-progress',
    )
    const orphans = { todo: 'in-progress', review: 'done' }
    const answer = await window.send({ type: 'workflow.change', baseVersion: 1, statuses, orphans })
    expect(answer.outcome).toBe('applied')
    expect(answer.events.filter((event) => event.type === 'task.moved')).toHaveLength(300)
    const { project } = await storedProject(projectId)
    const counts = project?.statuses.map(({ id, taskCount }) => [id, taskCount])
    expect(counts).toEqual([
      ['todo', 0],
      ['in-progress', 150],
      ['review', 0],
      ['done', 151],
    ])
    await isTrue(projectId)
  })

  it('meets a move on another process: allowed before it, put to its author behind it', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 12; round++) {
      const window = await makeProject(ann)
      const { projectId } = window
      const taskId = await window.createTask()
      const statuses = (await drawn(projectId)).map((each) =>
        each.id === 'todo' ? { ...each, transitions: [{ to: 'review', rules: [] }] } : each,
      )
      const change = { type: 'workflow.change', baseVersion: 1, statuses, orphans: {} } as const
      const move = {
        type: 'task.move',
        taskId,
        baseVersion: 1,
        statusId: 'done',
        place: {},
      } as const
      const commandId = newId()
      const late = { commandId, clientId: newId(), projectId, command: move }
      const moving = () => elsewhere(ben.scope, late)
      // Every third move is made before the change and comes after it for sure.
      const [changed, moved] =
        round % 3 === 0
          ? [await window.send(change), await moving()]
          : await Promise.all([window.send(change), moving()])
      expect(changed.outcome).toBe('applied')
      expect(['applied', 'conflict']).toContain(moved.outcome)
      if (moved.conflict) expect(moved.conflict.reason).toBe('transition')
      seen.add(moved.outcome)
      const log = await storedLog(projectId)
      expect(illegalMoves(log, new Map([[commandId, move]]), () => 'member')).toEqual([])
      await isTrue(projectId)
    }
    expect(seen).toContain('conflict')
  })

  it('meets a new task in a status that goes: it is taken along, or asked about', async () => {
    for (let round = 0; round < 8; round++) {
      const window = await makeProject(ann)
      const { projectId } = window
      const statuses = (await drawn(projectId)).filter(({ id }) => id !== 'review')
      const orphans = { review: 'todo' }
      const create = {
        type: 'task.create',
        taskId: newId(),
        taskType: 'task',
        title: 'Late',
        statusId: 'review',
        place: {},
      } as const
      const [changed, created] = await Promise.all([
        window.send({ type: 'workflow.change', baseVersion: 1, statuses, orphans }),
        send(ben, projectId, create),
      ])
      expect(changed.outcome).toBe('applied')
      expect(['applied', 'conflict']).toContain(created.outcome)
      if (created.conflict) expect(created.conflict.reason).toBe('status-removed')
      const left = await database().sql`
        select 1 from task where project_id = ${projectId} and status_id = 'review'`
      expect(left).toHaveLength(0)
      await isTrue(projectId)
    }
  })

  it('judges two changes at once by field, on two processes', async () => {
    const window = await makeProject(ann)
    const cleo = await makePerson(ann, 'admin')
    const { projectId } = window
    const all = await drawn(projectId)
    const change = (set: Partial<WorkflowStatus>) => ({
      type: 'workflow.change' as const,
      baseVersion: 1,
      statuses: all.map((each) => (each.id === 'todo' ? { ...each, ...set } : each)),
      orphans: {},
    })
    const merged = await Promise.all([
      window.send(change({ name: 'Ready' })),
      send(cleo, projectId, change({ transitions: [] })),
    ])
    expect(merged.map((answer) => answer.outcome).sort()).toEqual(['applied', 'merged'])
    const answers = await Promise.all([
      // Another window, which knows nothing of the first.
      new Window(ann, projectId).send(change({ color: 'red' })),
      send(cleo, projectId, change({ color: 'blue' })),
    ])
    expect(answers.map((answer) => answer.outcome).sort()).toEqual(['conflict', 'merged'])
    const { project } = await storedProject(projectId)
    expect(project?.statuses[0]).toMatchObject({ name: 'Ready', transitions: [] })
    const lost = answers.find((answer) => answer.conflict)
    expect(eventOf(lost ?? answers[0], 'conflict.found').data.fields[0]?.field).toBe(
      'status todo color',
    )
    await isTrue(projectId)
  })
})
