import { type RandomCommands, type StepContext, staleTaskRef } from './stepContext'

/** Commands about comments and worklogs. */
export const COMMENT_AND_WORKLOG_COMMANDS: RandomCommands<
  | 'comment.add'
  | 'comment.edit'
  | 'comment.delete'
  | 'worklog.add'
  | 'worklog.edit'
  | 'worklog.delete'
> = {
  'comment.add': (context) => ({ type: 'comment.add', ...comment(context), body: body(context) }),
  'comment.edit': (context) => ({ type: 'comment.edit', ...comment(context), body: body(context) }),
  'comment.delete': (context) => ({ type: 'comment.delete', ...comment(context) }),
  'worklog.add': (context) => {
    const remaining = (['auto', 'keep', { set: 1_200 }, { by: 900 }] as const)[context.pick[0] % 4]
    const rest = { ...worklogFields(context), remaining: remaining ?? 'auto' }
    return { type: 'worklog.add', ...worklog(context), ...rest }
  },
  'worklog.edit': (context) => {
    const { seconds, ...others } = worklogFields(context)
    const set = context.pick[0] % 2 ? { seconds } : { seconds, ...others }
    return { type: 'worklog.edit', ...worklog(context), set }
  },
  'worklog.delete': (context) => ({ type: 'worklog.delete', ...worklog(context) }),
}

const body = ({ patch }: StepContext) => patch.set?.description ?? 'z'

function comment({ testProject, who, taskRef, pick: [, b, c] }: StepContext) {
  const all = [...testProject.projectState.comments.values()]
  const candidates = ownOrAny(all, who, c)
  const known = candidates[b % (candidates.length + 1)]
  return {
    ...taskRef,
    taskId: known?.taskId ?? taskRef.taskId,
    commentId: known?.id ?? `c${c % 9}`,
  }
}

function worklog({ testProject, who, taskId, versionsBehind, pick: [, b, c] }: StepContext) {
  const all = [...testProject.projectState.worklogs.values()]
  const candidates = ownOrAny(all, who, c)
  const known = candidates[b % (candidates.length + 1)]
  return {
    ...staleTaskRef(testProject, known?.taskId ?? taskId, versionsBehind),
    worklogId: known?.id ?? `w${c % 9}`,
  }
}

/** Mostly the sender's own entries, because nobody may change those of others. */
const ownOrAny = <T extends { author: string }>(all: T[], who: string, n: number) =>
  n % 4 ? all.filter((each) => each.author === who) : all

const worklogFields = ({ pick: [, b, c] }: StepContext) => ({
  seconds: 600 * (c % 5),
  startedAt: new Date(Date.UTC(2031, 0, 1 + (b % 9))).toISOString(),
  note: c % 2 ? 'x' : '',
})
