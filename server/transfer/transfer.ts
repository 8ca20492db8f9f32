import { database } from '@/db/client'
import type { Answer } from '@/domain/answer'
import type { Envelope } from '@/domain/commands'
import { derivedId } from '@/domain/derivedId'
import type { Id } from '@/domain/words'
import { Problem } from '../access/problem'
import type { WorkspaceScope } from '../access/scope'
import { execute } from '../execute/execute'
import { arrivalsOf, type Sent } from './arrivals'

/**
 * Moves a task with its subtasks to another project. Two logs cannot be written at once: first the
 * task leaves its own, so that nobody can change it any more, then the other one receives it. Both
 * steps are commands with ids that follow from one another, so a repeat after a crash in between
 * does only what is still missing.
 * @param envelope a `task.transfer` in the project that the task leaves
 * @throws Problem (conflict) when the other project will not have it; the same command may be
 * sent again
 */
export async function transfer(scope: WorkspaceScope, envelope: Envelope): Promise<Answer> {
  const { command, commandId, clientId, projectId } = envelope
  const left = await execute(scope, envelope)
  if (command.type !== 'task.transfer') return left
  const sent = left.events.flatMap((event): Sent[] => {
    const movedTo = event.type === 'task.archived' ? event.data.movedTo : undefined
    return event.taskId && movedTo ? [{ from: event.taskId, to: movedTo.taskId }] : []
  })
  if (sent.length > 0)
    await deliver(scope, { projectId, to: command.to, sent, commandId, clientId })
  return left
}

interface Parcel {
  projectId: Id
  to: Id
  sent: Sent[]
  commandId: Id
  clientId: Id
}

async function deliver(scope: WorkspaceScope, parcel: Parcel): Promise<void> {
  const arrivals = await arrivalsOf(database().sql, scope, parcel)
  const answer = await execute(scope, {
    commandId: derivedId(parcel.commandId, parcel.to),
    clientId: parcel.clientId,
    projectId: parcel.to,
    command: { type: 'task.receive', taskId: arrivals[0]?.taskId ?? '', arrivals },
  })
  if (answer.outcome !== 'refused') return
  throw new Problem('conflict', answer.refusal?.message ?? 'The other project will not have it.')
}
