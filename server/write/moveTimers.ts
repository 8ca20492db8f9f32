import { sql } from 'drizzle-orm'
import { unnest, unnestValues } from '@/db/inputRows'
import { compileStatement, type PipelinedTransaction } from '@/db/pipelinedTransaction'
import { timer } from '@/db/schema/time'
import type { Id } from '@/domain/kernel/primitives'

const TIMER_MOVE = { taskId: timer.taskId, toProjectId: timer.projectId, toTaskId: timer.taskId }
const given = (key: keyof typeof TIMER_MOVE) => sql`move.${sql.identifier(key)}`
const MOVE_TIMERS = compileStatement(sql`
  update ${timer} set ${sql.identifier(timer.projectId.name)} = ${given('toProjectId')},
    ${sql.identifier(timer.taskId.name)} = ${given('toTaskId')}
  from ${unnest('moves', TIMER_MOVE, sql.identifier('move'))}
  where ${timer.projectId} = ${sql.placeholder('fromProjectId')} and ${timer.taskId} = ${given('taskId')}
  returning ${timer.personId}`)

/**
 * Moves running timers of transferred tasks to the target project.
 * @returns the ids of their owners
 */
export async function moveTimers(
  tx: PipelinedTransaction,
  fromProjectId: Id,
  moves: { taskId: Id; movedTo: { projectId: Id; taskId: Id } }[],
): Promise<Id[]> {
  const rows = moves.map(({ taskId, movedTo }) => ({
    taskId,
    toProjectId: movedTo.projectId,
    toTaskId: movedTo.taskId,
  }))
  const moved = await tx.select({ personId: timer.personId }, MOVE_TIMERS, {
    fromProjectId,
    ...unnestValues('moves', TIMER_MOVE, rows),
  })
  return moved.map(({ personId }) => personId)
}
