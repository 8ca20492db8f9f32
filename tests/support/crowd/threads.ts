import { v7 as newId } from 'uuid'
import type { Command } from '@/domain/commands'
import type { Folded } from '@/domain/fold'
import type { Id } from '@/domain/words'
import { onTask, pick, type Wish } from './wish'

/** What somebody may want of what stands under a task: comments and logged time. */
export const THREADS = {
  comment: onTask((on, _, { word }) => ({
    type: 'comment.add',
    ...on,
    commentId: newId(),
    body: word,
  })),
  rewrite: (view, { a, word }, me) => onComment(view, a, me, { type: 'comment.edit', body: word }),
  uncomment: (view, { a }, me) => onComment(view, a, me, { type: 'comment.delete' }),
  spend: onTask((on, _, { a, b, word }) => ({
    type: 'worklog.add',
    ...on,
    worklogId: newId(),
    seconds: 60 * (1 + (b % 90)),
    startedAt: new Date(Date.UTC(2031, 0, 1 + (a % 28), b % 24)).toISOString(),
    note: word,
    remaining: a % 3 ? 'auto' : { set: 60 * (b % 50) },
  })),
  left: onTask((on, _, { a, b }) => ({
    type: 'task.edit',
    ...on,
    set: a % 2 ? { remainingEstimate: 60 * (b % 99) } : { originalEstimate: 600 * (b % 9) },
  })),
  respend: (view, { a, b }, me) => onWorklog(view, a, me, { seconds: 60 * (1 + (b % 90)) }),
  unspend: (view, { a }, me) => onWorklog(view, a, me, null),
} satisfies Record<string, Wish>

function onComment(
  view: Folded,
  a: number,
  me: Id,
  wish: { type: 'comment.edit'; body: string } | { type: 'comment.delete' },
): Command | null {
  const mine = [...view.comments.values()].filter((comment) => comment.author === me)
  const comment = pick(mine, a)
  const task = comment && view.tasks.get(comment.taskId)
  if (!comment || !task) return null
  return { ...wish, taskId: task.id, commentId: comment.id, baseVersion: task.version }
}

function onWorklog(view: Folded, a: number, me: Id, set: { seconds: number } | null) {
  const worklog = pick(
    [...view.worklogs.values()].filter((each) => each.author === me),
    a,
  )
  const task = worklog && view.tasks.get(worklog.taskId)
  if (!worklog || !task) return null
  const on = { taskId: task.id, worklogId: worklog.id, baseVersion: task.version }
  return set
    ? ({ type: 'worklog.edit', ...on, set } as const)
    : ({ type: 'worklog.delete', ...on } as const)
}
