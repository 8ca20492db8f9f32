import type { ProjectStore } from '@/app/_client/store/projectStore'
import { isDone } from '@/app/_client/store/steps'
import type { Answer } from '@/domain/answer'
import type { TaskResult } from '@/domain/decision'
import type { BulkChange } from '@/domain/task/commands'
import { type Id, LIMITS } from '@/domain/words'

/** How a change of many tasks ended. */
export interface Ended {
  results: TaskResult[]
  /** The commands that changed something, the first sent first. */
  commandIds: Id[]
}

/**
 * Changes many tasks in the same way, in as few commands as it takes.
 * @param progress told how many tasks have been answered for
 */
export async function changeAll(
  store: ProjectStore,
  ids: readonly Id[],
  change: BulkChange,
  progress: (answered: number) => void,
): Promise<Ended> {
  const parts: Id[][] = []
  for (let at = 0; at < ids.length; at += LIMITS.planned) {
    parts.push(ids.slice(at, at + LIMITS.planned))
  }
  let answered = 0
  const ends = await Promise.all(
    parts.map(async (part) => {
      const tasks = part.map((taskId) => ({ taskId }))
      const { commandId, answered: end } = store.send({ type: 'task.bulk', tasks, change })
      const answer = await end
      answered += part.length
      progress(answered)
      return { commandId, answer, part }
    }),
  )
  return {
    results: ends.flatMap(({ answer, part }) => resultsOf(answer, part)),
    commandIds: ends.flatMap(({ commandId, answer }) => (isDone(answer) ? [commandId] : [])),
  }
}

/** A command that was refused as a whole has left every task, for the same reason. */
function resultsOf(answer: Answer | null, part: readonly Id[]): TaskResult[] {
  if (answer?.results) return answer.results
  const message = answer?.refusal?.message ?? 'It could not be sent.'
  return part.map((taskId) => ({ taskId, outcome: 'left', message }))
}

/** "11 changed, 1 left"; tasks that were so already are told apart. */
export function summary(results: readonly TaskResult[]): string {
  const count = (outcome: TaskResult['outcome']) =>
    results.filter((each) => each.outcome === outcome).length
  const [changed, same, left] = [count('applied'), count('unchanged'), count('left')]
  const parts = [`${changed.toLocaleString('en')} changed`]
  if (same > 0) parts.push(`${same.toLocaleString('en')} as wanted already`)
  if (left > 0) parts.push(`${left.toLocaleString('en')} left`)
  return parts.join(', ')
}
