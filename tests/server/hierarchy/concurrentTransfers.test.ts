import { v7 as newId } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { CommandEnvelope } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import { execute } from '@/server/write/execute'
import { startOtherProcess } from '@/tests/support/otherProcess'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { makeProject, type TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'
import { expectConsistent, transferEnvelope } from '@/tests/support/transfers'

const { appUrl } = await testDatabase()
const executeInOtherProcess = startOtherProcess(appUrl)
const ann = await makeWorkspace()
const ben = await makePerson(ann, 'member')

describe('people who move tasks concurrently on two processes', () => {
  const both = (one: CommandEnvelope, other: CommandEnvelope) =>
    Promise.all([execute(ann.scope, one), executeInOtherProcess(ben.scope, other)])

  it('the same target for both moves the task once', async () => {
    for (let n = 0; n < 8; n++) {
      const [from, to] = [await makeProject(ann), await makeProject(ann)]
      const task = await from.createTask()
      const move = () => transferEnvelope(from.projectId, task, to.projectId, 1)
      const answers = await both(move(), move())
      expect(answers.map((each) => each.outcome).sort()).toEqual(['applied', 'unchanged'])
      const [, there] = await expectConsistent(from.projectId, to.projectId)
      expect(there?.tasks.size).toBe(1)
    }
  })

  it('two different targets give the second person a conflict', async () => {
    for (let n = 0; n < 8; n++) {
      const all = [await makeProject(ann), await makeProject(ann), await makeProject(ann)]
      const [from, one, two] = all.map(({ projectId }) => projectId) as [Id, Id, Id]
      const task = await (all[0] as TestClient).createTask()
      const answers = await both(
        transferEnvelope(from, task, one, 1),
        transferEnvelope(from, task, two, 1),
      )
      expect(answers.map((each) => each.outcome).sort()).toEqual(['applied', 'rejected'])
      const rejected = answers.find((each) => each.outcome === 'rejected')
      expect(rejected?.rejection?.message).toContain('already moved to another project')
      const [, here, there] = await expectConsistent(from, one, two)
      expect((here?.tasks.size ?? 0) + (there?.tasks.size ?? 0)).toBe(1)
    }
  })

  it('tasks that cross each other do not deadlock while others work in both projects', async () => {
    const [left, right] = [await makeProject(ann), await makeProject(ann)]
    const make = (mine: TestClient) => Promise.all([...Array(12)].map(() => mine.createTask()))
    const [lefts, rights] = [await make(left), await make(right)]
    const answers = await Promise.all([
      ...lefts.map((id) =>
        execute(ann.scope, transferEnvelope(left.projectId, id, right.projectId)),
      ),
      ...rights.map((id) =>
        executeInOtherProcess(ben.scope, transferEnvelope(right.projectId, id, left.projectId)),
      ),
      ...[...Array(24)].map((_, n) =>
        executeInOtherProcess(ben.scope, {
          ...transferEnvelope(left.projectId, lefts[n % 12] ?? '', right.projectId),
          command: {
            ...{ type: 'task.create', taskId: newId(), taskType: 'task', statusId: 'todo' },
            ...{ title: `${n}`, position: { end: 'top' } },
          },
        }),
      ),
    ])
    expect(new Set(answers.map((each) => each.outcome))).toEqual(new Set(['applied']))
    const [one, two] = await expectConsistent(left.projectId, right.projectId)
    const open = (tasks = one?.tasks) => [...(tasks?.values() ?? [])].filter((t) => !t.archivedAt)
    expect([open().length, open(two?.tasks).length]).toEqual([36, 12])
  })
})
