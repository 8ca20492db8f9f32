import type { CommandOf } from '../commands'
import { commentField } from '../conflict/changes'
import { clash, judgeText } from '../conflict/judge'
import { apply, type Decision, type Facts, isOwn, refuse, type State, unchanged } from '../decision'
import { after, closed } from '../task/open'
import type { Id } from '../words'

const missing = () => refuse('not-found', 'There is no such comment.', 'commentId')
const blank = () => refuse('invalid', 'A comment needs some text.', 'body')

/** Adds a comment; comments never clash. */
export function addComment(c: CommandOf<'comment.add'>, state: State, facts: Facts): Decision {
  const stop = closed(c, state, facts)
  if (stop || !state.task) return stop ?? unchanged
  if (state.comment) return refuse('id-taken', 'Another comment has this id.', 'commentId')
  if (!c.body.trim()) return blank()
  const data = { commentId: c.commentId, body: c.body }
  const { task } = state
  return apply([{ type: 'comment.added', taskId: task.id, version: after(task), data }], facts)
}

/** Rewrites one's own comment; its author's other window may have done so too. */
export function editComment(c: CommandOf<'comment.edit'>, state: State, facts: Facts): Decision {
  const stop = closed(c, state, facts) ?? notOwn(state, facts)
  if (stop || !state.task || !state.comment) return stop ?? unchanged
  const { task, comment } = state
  if (comment.deletedAt) {
    return deletedMeanwhile(c.commentId, facts) ? clash(c, 'deleted', [], state, facts) : missing()
  }
  if (!c.body.trim()) return blank()
  const verdict = judgeText(commentField(c.commentId), comment.body, c.body, facts)
  if (verdict === 'same') return unchanged
  if ('clash' in verdict) return clash(c, 'changed', [verdict.clash], state, facts)
  const data = { commentId: c.commentId, from: comment.body, to: String(verdict.write) }
  return apply([{ type: 'comment.edited', taskId: task.id, version: after(task), data }], facts)
}

/** Takes back one's own comment; its text leaves the screens, not the log. */
export function deleteComment(
  c: CommandOf<'comment.delete'>,
  state: State,
  facts: Facts,
): Decision {
  const stop = closed(c, state, facts) ?? notOwn(state, facts)
  if (stop || !state.task || !state.comment) return stop ?? unchanged
  if (state.comment.deletedAt) return unchanged
  const { task, comment } = state
  const data = { commentId: c.commentId, body: comment.body }
  return apply([{ type: 'comment.deleted', taskId: task.id, version: after(task), data }], facts)
}

function deletedMeanwhile(id: Id, facts: Facts): boolean {
  return facts.missed.some(
    (e) => e.type === 'comment.deleted' && e.data.commentId === id && !isOwn(e, facts),
  )
}

function notOwn({ comment, task }: State, facts: Facts): Decision | null {
  if (!comment || comment.taskId !== task?.id) return missing()
  if (comment.author === facts.actor.id) return null
  return refuse('forbidden', 'Only its author may change a comment.', 'commentId')
}
