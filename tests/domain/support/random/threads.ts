import { type Scene, seen, type Wishes } from './scene'

/** Commands about what stands under a task: its comments and worklogs. */
export const THREADS: Wishes<
  | 'comment.add'
  | 'comment.edit'
  | 'comment.delete'
  | 'worklog.add'
  | 'worklog.edit'
  | 'worklog.delete'
> = {
  'comment.add': (scene) => ({ type: 'comment.add', ...comment(scene), body: body(scene) }),
  'comment.edit': (scene) => ({ type: 'comment.edit', ...comment(scene), body: body(scene) }),
  'comment.delete': (scene) => ({ type: 'comment.delete', ...comment(scene) }),
  'worklog.add': (scene) => {
    const remaining = (['auto', 'keep', { set: 1_200 }, { by: 900 }] as const)[scene.pick[0] % 4]
    const rest = { ...spent(scene), remaining: remaining ?? 'auto' }
    return { type: 'worklog.add', ...worklog(scene), ...rest }
  },
  'worklog.edit': (scene) => {
    const { seconds, ...others } = spent(scene)
    const set = scene.pick[0] % 2 ? { seconds } : { seconds, ...others }
    return { type: 'worklog.edit', ...worklog(scene), set }
  },
  'worklog.delete': (scene) => ({ type: 'worklog.delete', ...worklog(scene) }),
}

const body = ({ patch }: Scene) => patch.set?.description ?? 'z'

function comment({ world, about, pick: [, b, c] }: Scene) {
  const all = [...world.folded.comments.values()]
  const known = all[b % (all.length + 1)]
  return {
    ...about,
    taskId: known?.taskId ?? about.taskId,
    commentId: known?.id ?? `c${c % 9}`,
  }
}

function worklog({ world, taskId, behind, pick: [, b, c] }: Scene) {
  const all = [...world.folded.worklogs.values()]
  const known = all[b % (all.length + 1)]
  return { ...seen(world, known?.taskId ?? taskId, behind), worklogId: known?.id ?? `w${c % 9}` }
}

const spent = ({ pick: [, b, c] }: Scene) => ({
  seconds: 600 * (c % 5),
  startedAt: new Date(Date.UTC(2031, 0, 1 + (b % 9))).toISOString(),
  note: c % 2 ? 'x' : '',
})
