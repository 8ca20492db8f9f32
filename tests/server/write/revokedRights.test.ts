import { describe, expect, it } from 'vitest'
import { changeRole, removePerson } from '@/server/people/changeRole'
import { makePerson, makeWorkspace } from '@/tests/support/people'
import { replayedProject, storedProject, toComparable } from '@/tests/support/storedProject'
import { makeProject, TestClient } from '@/tests/support/testClient'
import { testDatabase } from '@/tests/support/testDatabase'

await testDatabase()
const ann = await makeWorkspace()

/** Ben edits twenty tasks without a pause while `during` runs. Returns the outcomes in order. */
async function editDuring(during: (ben: TestClient) => Promise<void>) {
  const client = await makeProject(ann)
  const ben = await makePerson(ann)
  const benClient = new TestClient(ben, client.projectId)
  const tasks = await Promise.all(Array.from({ length: 20 }, () => client.createTask()))
  const outcomes: string[] = []
  let isFinished = false
  const edits = tasks.map(async (taskId) => {
    for (let n = 0; !isFinished || n < 2; n++) {
      const set = { title: `${n}` }
      const answer = await benClient.send({ type: 'task.edit', taskId, baseVersion: 10_000, set })
      outcomes.push(answer.rejection?.code ?? answer.outcome)
    }
  })
  await expect.poll(() => outcomes.length).toBeGreaterThan(40)
  await during(benClient)
  // A command decided just before the change may still commit, but none decided after it.
  const waitForMoreEdits = async () => {
    const from = outcomes.length
    await expect.poll(() => outcomes.length).toBeGreaterThan(from + 40)
  }
  await waitForMoreEdits()
  const before = toComparable(await storedProject(client.projectId))
  await waitForMoreEdits()
  isFinished = true
  await Promise.all(edits)
  const after = toComparable(await storedProject(client.projectId))
  expect(after).toEqual(toComparable(await replayedProject(client.projectId)))
  return { before, after, ends: outcomes }
}

describe('rights that end while commands are pending', () => {
  it('commands decided after the removal of the person are rejected', async () => {
    const { before, after, ends } = await editDuring((benClient) =>
      removePerson(ann.scope, benClient.person.personId),
    )
    expect(new Set(ends)).toEqual(new Set(['applied', 'not-found']))
    expect(ends.at(-1)).toBe('not-found')
    expect(after).toEqual(before)
  })

  it('commands made after the person became a viewer are rejected', async () => {
    const { before, after, ends } = await editDuring((benClient) =>
      changeRole(ann.scope, benClient.person.personId, 'viewer'),
    )
    expect(ends).toContain('applied')
    expect(ends.at(-1)).toBe('forbidden')
    expect(after).toEqual(before)
  })
})
