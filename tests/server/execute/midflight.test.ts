import { describe, expect, it } from 'vitest'
import { changeRole, removePerson } from '@/server/people/roles'
import { testDatabase } from '../../support/database'
import { makePerson, makeWorkspace } from '../../support/people'
import { makeProject, Window } from '../../support/project'
import { foldedProject, plain, storedProject } from '../../support/stored'

await testDatabase()
const ann = await makeWorkspace()

/** Ben edits twenty tasks without a pause meanwhile; gives how each command ended, in order. */
async function editing(during: (ben: Window) => Promise<void>) {
  const window = await makeProject(ann)
  const ben = await makePerson(ann)
  const bens = new Window(ben, window.projectId)
  const tasks = await Promise.all(Array.from({ length: 20 }, () => window.createTask()))
  const ends: string[] = []
  let over = false
  const busy = tasks.map(async (taskId) => {
    for (let n = 0; !over || n < 2; n++) {
      const set = { title: `${n}` }
      const answer = await bens.send({ type: 'task.edit', taskId, baseVersion: 10_000, set })
      ends.push(answer.refusal?.code ?? answer.outcome)
    }
  })
  await expect.poll(() => ends.length).toBeGreaterThan(40)
  await during(bens)
  // What was decided a moment before may still be on its way to the disk; what comes next is not.
  const round = async () => {
    const from = ends.length
    await expect.poll(() => ends.length).toBeGreaterThan(from + 40)
  }
  await round()
  const before = plain(await storedProject(window.projectId))
  await round()
  over = true
  await Promise.all(busy)
  const after = plain(await storedProject(window.projectId))
  expect(after).toEqual(plain(await foldedProject(window.projectId)))
  return { before, after, ends }
}

describe('rights that end while commands are on their way', () => {
  it('end for all that are decided later, when the person is removed', async () => {
    const { before, after, ends } = await editing((bens) =>
      removePerson(ann.scope, bens.person.personId),
    )
    expect(new Set(ends)).toEqual(new Set(['applied', 'not-found']))
    expect(ends.at(-1)).toBe('not-found')
    expect(after).toEqual(before)
  })

  it('end for all that are made later, when the person becomes a viewer', async () => {
    const { before, after, ends } = await editing((bens) =>
      changeRole(ann.scope, bens.person.personId, 'viewer'),
    )
    expect(ends).toContain('applied')
    expect(ends.at(-1)).toBe('forbidden')
    expect(after).toEqual(before)
  })
})
