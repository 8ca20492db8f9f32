import type { ProjectStore } from '@/app/_replica/store/projectStore'
import { isApplied } from '@/app/_replica/store/undoStack'
import type { CommandResult } from '@/domain/commandResult'
import type { TaskResult } from '@/domain/decision'
import { type Id, LIMITS } from '@/domain/kernel/primitives'
import type { BulkChange } from '@/domain/task/commands'

/** The result of a bulk change. */
export interface BulkResult {
  results: TaskResult[]
  /** Ids of the commands that changed something, in the order sent. */
  commandIds: Id[]
}

/**
 * Changes many tasks in the same way, with as few commands as possible.
 * @param onProgress called with the number of tasks that have a result
 */
export async function changeTasks(
  store: ProjectStore,
  ids: readonly Id[],
  change: BulkChange,
  onProgress: (answeredCount: number) => void,
): Promise<BulkResult> {
  const chunks: Id[][] = []
  for (let start = 0; start < ids.length; start += LIMITS.plannedTasks) {
    chunks.push(ids.slice(start, start + LIMITS.plannedTasks))
  }
  let answeredCount = 0
  const outcomes = await Promise.all(
    chunks.map(async (chunk) => {
      const tasks = chunk.map((taskId) => ({ taskId }))
      const { commandId, result } = store.send({ type: 'task.bulk', tasks, change })
      const answer = await result
      answeredCount += chunk.length
      onProgress(answeredCount)
      return { commandId, answer, chunk }
    }),
  )
  return {
    results: outcomes.flatMap(({ answer, chunk }) => resultsOf(answer, chunk)),
    commandIds: outcomes.flatMap(({ commandId, answer }) => (isApplied(answer) ? [commandId] : [])),
  }
}

/** A command that was rejected as a whole gives every task the same reason. */
function resultsOf(answer: CommandResult | null, taskIds: readonly Id[]): TaskResult[] {
  if (answer?.taskResults) return answer.taskResults
  const message = answer?.rejection?.message ?? 'It could not be sent.'
  return taskIds.map((taskId) => ({ taskId, outcome: 'skipped', message }))
}

/** Returns for example "11 changed, 2 unchanged, 1 skipped". */
export function summarizeResults(results: readonly TaskResult[]): string {
  const count = (outcome: TaskResult['outcome']) =>
    results.filter((each) => each.outcome === outcome).length
  const [changed, unchanged, skipped] = [count('applied'), count('unchanged'), count('skipped')]
  const phrases = [`${changed.toLocaleString('en')} changed`]
  if (unchanged > 0) phrases.push(`${unchanged.toLocaleString('en')} unchanged`)
  if (skipped > 0) phrases.push(`${skipped.toLocaleString('en')} skipped`)
  return phrases.join(', ')
}
