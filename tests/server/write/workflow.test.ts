import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import { database } from '@/db/client'
import type { Command } from '@/domain/commands'
import type { Id, StatusId } from '@/domain/kernel/primitives'
import type { WorkflowStatus } from '@/domain/project/commands'
import type { TransitionRule } from '@/domain/workflow/transition'
import { illegalMoves } from '@/tests/support/illegalMoves'
import { startOtherProcess } from '@/tests/support/otherProcess'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import {
  replayedProject,
  storedLog,
  storedProject,
  storedTotals,
  toComparable,
} from '@/tests/support/storedProject'
import { eventOfType, makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

const { appUrl } = await testDatabase()
const executeInOtherProcess = startOtherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann)

function sendFromOtherProcess(person: typeof ben, projectId: Id, command: Command) {
  const { clientId } = new TestClient(person, projectId)
  return executeInOtherProcess(person.scope, { commandId: newId(), clientId, projectId, command })
}

async function storedWorkflow(projectId: Id): Promise<WorkflowStatus[]> {
  const { project } = await storedProject(projectId)
  return (project?.statuses ?? [])
    .filter((status) => !status.removedAt)
    .map(({ id, name, category, color, wipLimit, transitions }) => {
      return { id, name, category, color, wipLimit, transitions }
    })
}

/** Allows only these transitions from `todo`. */
async function setTransitionsFromTodo(
  client: TestClient,
  rulesByTarget: Record<StatusId, TransitionRule[]>,
) {
  const { projectId } = client
  const transitions = Object.entries(rulesByTarget).map(([to, rules]) => ({ to, rules }))
  const all = await storedWorkflow(projectId)
  const statuses = all.map((each) => (each.id === 'todo' ? { ...each, transitions } : each))
  const { project } = await storedProject(projectId)
  return client.send({
    type: 'workflow.change',
    baseVersion: project?.version ?? 0,
    statuses,
    reassignments: {},
  })
}

async function expectConsistent(projectId: Id) {
  expect(toComparable(await replayedProject(projectId))).toEqual(
    toComparable(await storedProject(projectId)),
  )
  const totals = await storedTotals(projectId)
  expect(totals.stored).toEqual(totals.recomputed)
}

describe('transitions as stored by the server', () => {
  it('a move without a transition is rejected, the rejection is kept, and nothing is written', async () => {
    const client = await makeProject(ann)
    const taskId = await client.createTask()
    await setTransitionsFromTodo(client, { review: [] })
    const answer = await client.move(taskId, 1, 'done')
    expect(answer).toMatchObject({ outcome: 'rejected', rejection: { code: 'transition' } })
    const [row] = await database().sql`
      select outcome, rejection from command where command_id = ${answer.commandId}`
    expect(row).toMatchObject({ outcome: 'rejected', rejection: { field: 'statusId' } })
    expect((await client.move(taskId, 1, 'review')).outcome).toBe('applied')
    await expectConsistent(client.projectId)
  })

  it('transitions are stored as defined, and old rows without any are null', async () => {
    const client = await makeProject(ann)
    await setTransitionsFromTodo(client, {
      done: [{ kind: 'postFunction', field: 'priority', to: 4 }],
    })
    const rows = await database().sql`
      select id, transitions, transitions_changed_at from status
      where project_id = ${client.projectId} order by rank`
    expect(rows[0]?.transitions).toEqual([
      { to: 'done', rules: [{ kind: 'postFunction', field: 'priority', to: 4 }] },
    ])
    expect(rows[0]?.transitions_changed_at).not.toBeNull()
    expect(rows[1]).toMatchObject({ transitions: null, transitions_changed_at: null })
  })

  it('a required description is checked without loading it', async () => {
    const client = await makeProject(ann)
    const bare = await client.createTask()
    const described = await client.createTask({ description: 'x'.repeat(50_000) })
    await setTransitionsFromTodo(client, { done: [{ kind: 'validator', fields: ['description'] }] })
    const refused = await client.move(bare, 1, 'done')
    expect(refused.rejection?.field).toBe('description')
    expect((await client.move(described, 1, 'done')).outcome).toBe('applied')
    const filled = await client.send({
      type: 'task.move',
      taskId: bare,
      baseVersion: 1,
      statusId: 'done',
      position: {},
      set: { description: 'Now there is one.' },
    })
    expect(filled.outcome).toBe('applied')
    const [row] = await database().sql`select description from task where id = ${described}`
    expect(row?.description).toHaveLength(50_000)
    await expectConsistent(client.projectId)
  })

  it('fields filled in and set by a transition are written as one version after the other', async () => {
    const client = await makeProject(ann)
    const taskId = await client.createTask()
    await setTransitionsFromTodo(client, {
      done: [
        { kind: 'validator', fields: ['estimate'] },
        { kind: 'postFunction', field: 'resolution', to: 'done' },
        { kind: 'postFunction', field: 'assignees', to: 'actor' },
      ],
    })
    const move = {
      type: 'task.move',
      taskId,
      baseVersion: 1,
      statusId: 'done',
      position: {},
    } as const
    const answer = await client.send({ ...move, set: { estimate: 5 } })
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
    await expectConsistent(client.projectId)
  })
})

describe('a workflow that changes while its tasks change', () => {
  it('hundreds of tasks are reassigned in one transaction', async () => {
    const client = await makeProject(ann)
    const { projectId } = client
    const made = Array.from({ length: 300 }, (_, n) =>
      client.createTask({ statusId: n % 2 ? 'todo' : 'review', title: `T${n}` }),
    )
    await Promise.all(made)
    await client.createTask({ statusId: 'done' })
    const statuses = (await storedWorkflow(projectId)).filter(
      ({ id }) => id === 'done' || id === 'in-progress',
    )
    const reassignments = { todo: 'in-progress', review: 'done' }
    const answer = await client.send({
      type: 'workflow.change',
      baseVersion: 1,
      statuses,
      reassignments,
    })
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
    await expectConsistent(projectId)
  })

  it('a concurrent move on another process is allowed before the change and conflicts after it', async () => {
    const seen = new Set<string>()
    for (let round = 0; round < 12; round++) {
      const client = await makeProject(ann)
      const { projectId } = client
      const taskId = await client.createTask()
      const statuses = (await storedWorkflow(projectId)).map((each) =>
        each.id === 'todo' ? { ...each, transitions: [{ to: 'review', rules: [] }] } : each,
      )
      const change = {
        type: 'workflow.change',
        baseVersion: 1,
        statuses,
        reassignments: {},
      } as const
      const move = {
        type: 'task.move',
        taskId,
        baseVersion: 1,
        statusId: 'done',
        position: {},
      } as const
      const commandId = newId()
      const late = { commandId, clientId: newId(), projectId, command: move }
      const moving = () => executeInOtherProcess(ben.scope, late)
      // Every third move is based on the old workflow and sent after the change.
      const [changed, moved] =
        round % 3 === 0
          ? [await client.send(change), await moving()]
          : await Promise.all([client.send(change), moving()])
      expect(changed.outcome).toBe('applied')
      expect(['applied', 'conflict']).toContain(moved.outcome)
      if (moved.conflict) expect(moved.conflict.reason).toBe('transition')
      seen.add(moved.outcome)
      const log = await storedLog(projectId)
      expect(illegalMoves(log, new Map([[commandId, move]]), () => 'member')).toEqual([])
      await expectConsistent(projectId)
    }
    expect(seen).toContain('conflict')
  })

  it('a concurrent new task in a removed status is reassigned or conflicts', async () => {
    for (let round = 0; round < 8; round++) {
      const client = await makeProject(ann)
      const { projectId } = client
      const statuses = (await storedWorkflow(projectId)).filter(({ id }) => id !== 'review')
      const reassignments = { review: 'todo' }
      const create = {
        type: 'task.create',
        taskId: newId(),
        taskType: 'task',
        title: 'Late',
        statusId: 'review',
        position: {},
      } as const
      const [changed, created] = await Promise.all([
        client.send({ type: 'workflow.change', baseVersion: 1, statuses, reassignments }),
        sendFromOtherProcess(ben, projectId, create),
      ])
      expect(changed.outcome).toBe('applied')
      expect(['applied', 'conflict']).toContain(created.outcome)
      if (created.conflict) expect(created.conflict.reason).toBe('status-removed')
      const left = await database().sql`
        select 1 from task where project_id = ${projectId} and status_id = 'review'`
      expect(left).toHaveLength(0)
      await expectConsistent(projectId)
    }
  })

  it('two concurrent workflow changes on two processes are compared field by field', async () => {
    const client = await makeProject(ann)
    const cleo = await makePerson(ann, 'admin')
    const { projectId } = client
    const all = await storedWorkflow(projectId)
    const change = (set: Partial<WorkflowStatus>) => ({
      type: 'workflow.change' as const,
      baseVersion: 1,
      statuses: all.map((each) => (each.id === 'todo' ? { ...each, ...set } : each)),
      reassignments: {},
    })
    const merged = await Promise.all([
      client.send(change({ name: 'Ready' })),
      sendFromOtherProcess(cleo, projectId, change({ transitions: [] })),
    ])
    expect(merged.map((answer) => answer.outcome).sort()).toEqual(['applied', 'merged'])
    const answers = await Promise.all([
      // A second window that has not received the first change.
      new TestClient(ann, projectId).send(change({ color: 'red' })),
      sendFromOtherProcess(cleo, projectId, change({ color: 'blue' })),
    ])
    expect(answers.map((answer) => answer.outcome).sort()).toEqual(['conflict', 'merged'])
    const { project } = await storedProject(projectId)
    expect(project?.statuses[0]).toMatchObject({ name: 'Ready', transitions: [] })
    const lost = answers.find((answer) => answer.conflict)
    expect(eventOfType(lost ?? answers[0], 'conflict.detected').data.fields[0]?.field).toBe(
      'status todo color',
    )
    await expectConsistent(projectId)
  })
})
