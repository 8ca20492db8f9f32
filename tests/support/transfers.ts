import { v4 as newClientId, v7 as newId } from 'uuid'
import { expect } from 'vitest'
import type { CommandEnvelope } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import {
  replayedProject,
  storedLinks,
  storedProject,
  storedSwimlanes,
  storedTotals,
  toComparable,
} from './storedProject'

/** The envelope of a transfer command. */
export const transferEnvelope = (
  from: Id,
  taskId: Id,
  to: Id,
  baseVersion = 99,
): CommandEnvelope => ({
  commandId: newId(),
  clientId: newClientId(),
  projectId: from,
  command: { type: 'task.transfer', taskId, baseVersion, to },
})

/** Checks that projects equal the replay of their logs, and returns them. */
export async function expectConsistent(...projectIds: Id[]) {
  const all = []
  for (const id of projectIds) {
    const stored = await storedProject(id)
    expect(toComparable(stored)).toEqual(toComparable(await replayedProject(id)))
    const [sums, lanes, links] = [
      await storedTotals(id),
      await storedSwimlanes(id),
      await storedLinks(id),
    ]
    expect(sums.stored).toEqual(sums.recomputed)
    expect(lanes.stored).toEqual(lanes.recomputed)
    expect(links.stored).toEqual(links.recomputed)
    all.push(stored)
  }
  return all
}
