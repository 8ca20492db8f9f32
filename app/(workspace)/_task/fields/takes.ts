import type { Project, Status } from '@/domain/project/project'
import { type Mover, type Moving, mayMove } from '@/domain/task/mayMove'
import type { StatusId } from '@/domain/words'

/** Whether one more task fits into a column; those that are in it may always be reordered. */
export function takes(status: Status, from: StatusId): boolean {
  return status.id === from || status.wipLimit === null || status.taskCount < status.wipLimit
}

/**
 * Why a column does not take a task, in few words; null where it does. Fields that the workflow
 * asks for are no reason: they can be filled on the way.
 */
export function refusalOf(
  project: Project,
  task: Moving,
  status: Status,
  me: Mover,
): { brief: string; why: string } | null {
  if (!takes(status, task.statusId)) {
    const count = `${status.taskCount} of ${status.wipLimit}`
    return { brief: 'Full', why: `${status.name} is full, ${count}.` }
  }
  const { refusal, brief, missing } = mayMove(project, task, status.id, me)
  if (refusal === null || missing.length > 0) return null
  return { brief: capital(brief ?? ''), why: refusal }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
