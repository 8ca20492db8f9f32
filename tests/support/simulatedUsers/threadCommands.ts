import { v7 as newId } from 'uuid'
import type { Command } from '@/domain/commands'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectState } from '@/domain/replayEvent'
import { forTask, pickNth, type RandomCommand } from './randomCommand'

/** Random commands about comments and worklogs. */
export const THREAD_COMMANDS = {
  comment: forTask((on, _, { text }) => ({
    type: 'comment.add',
    ...on,
    commentId: newId(),
    body: text,
  })),
  editComment: (view, { first, text }, me) =>
    forOwnComment(view, first, me, { type: 'comment.edit', body: text }),
  deleteComment: (view, { first }, me) =>
    forOwnComment(view, first, me, { type: 'comment.delete' }),
  logTime: forTask((on, _, { first, second, text }) => ({
    type: 'worklog.add',
    ...on,
    worklogId: newId(),
    seconds: 60 * (1 + (second % 90)),
    startedAt: new Date(Date.UTC(2031, 0, 1 + (first % 28), second % 24)).toISOString(),
    note: text,
    remaining: first % 3 ? 'auto' : { set: 60 * (second % 50) },
  })),
  editEstimates: forTask((on, _, { first, second }) => ({
    type: 'task.edit',
    ...on,
    set:
      first % 2
        ? { remainingEstimate: 60 * (second % 99) }
        : { originalEstimate: 600 * (second % 9) },
  })),
  editWorklog: (view, { first, second }, me) =>
    forOwnWorklog(view, first, me, { seconds: 60 * (1 + (second % 90)) }),
  deleteWorklog: (view, { first }, me) => forOwnWorklog(view, first, me, null),
} satisfies Record<string, RandomCommand>

function forOwnComment(
  view: ProjectState,
  first: number,
  me: Id,
  partial: { type: 'comment.edit'; body: string } | { type: 'comment.delete' },
): Command | null {
  const mine = [...view.comments.values()].filter((comment) => comment.author === me)
  const comment = pickNth(mine, first)
  const task = comment && view.tasks.get(comment.taskId)
  if (!comment || !task) return null
  return { ...partial, taskId: task.id, commentId: comment.id, baseVersion: task.version }
}

function forOwnWorklog(view: ProjectState, first: number, me: Id, set: { seconds: number } | null) {
  const worklog = pickNth(
    [...view.worklogs.values()].filter((each) => each.author === me),
    first,
  )
  const task = worklog && view.tasks.get(worklog.taskId)
  if (!worklog || !task) return null
  const on = { taskId: task.id, worklogId: worklog.id, baseVersion: task.version }
  return set
    ? ({ type: 'worklog.edit', ...on, set } as const)
    : ({ type: 'worklog.delete', ...on } as const)
}
