import type { CommandOf } from '../commands'
import {
  apply,
  type Decision,
  type Facts,
  noProject,
  refuse,
  type State,
  unchanged,
} from '../decision'
import type { NewEvent } from '../events'
import { liveStatus } from '../project/project'
import { ranksBetween } from '../rank'
import type { ImportedComment, ReceivedTask } from './commands'
import { after, closed, crowded } from './open'
import { pack } from './pack'

/**
 * Takes a task out of its project, with its subtasks, for another one that receives it in the same
 * transaction. The rows stay as they were, archived, and say where they went.
 */
export function transferTask(c: CommandOf<'task.transfer'>, state: State, facts: Facts): Decision {
  const { task, project, children = [] } = state
  // Two people who send it to the same project both get what they want.
  if (task?.movedToProject && task.movedToProject === c.to) return unchanged
  if (task?.movedTo) {
    return refuse('archived', 'It lives in another project now. Move it from there.', 'taskId')
  }
  const stop = closed(c, state, facts)
  if (stop || !task || !project) return stop ?? unchanged
  if (c.to === project.id) return refuse('invalid', 'It is in this project already.', 'to')
  const { destination } = facts
  if (!destination) return refuse('not-found', 'There is no such project.', 'to')
  if (task.type === 'subtask') {
    return refuse('level', 'A subtask goes with its parent. Move that, or change the type.', 'to')
  }
  const open = children.filter((each) => !each.archivedAt)
  const along = [task, ...open.filter((each) => each.type === 'subtask')]
  const packed = pack(along, state, destination, facts.commandId)
  const full = crowded(
    destination,
    packed.map(({ seed }) => seed.statusId),
  )
  if (full) return full
  const events = along.map((each, i): NewEvent => {
    const { taskId = '', seed } = packed[i] ?? {}
    const stayed = seed?.stayed && { stayed: seed.stayed }
    const data = { statusId: each.statusId, movedTo: { projectId: c.to, taskId, ...stayed } }
    return { type: 'task.archived', taskId: each.id, version: after(each), data }
  })
  // What stays must not stand below a task that is gone.
  const left = open.filter((each) => each.type !== 'subtask')
  const freed = left.map((each): NewEvent => {
    const data = { set: { parentId: { from: task.id, to: null } } }
    return { type: 'task.edited', taskId: each.id, version: after(each), data }
  })
  return { ...apply([...freed, ...events], facts), sends: packed }
}

/** Takes in what another project has sent; what is here already is not taken in twice. */
export function receiveTask(c: CommandOf<'task.receive'>, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return noProject()
  if (state.task) return unchanged
  if (c.arrivals.some((each) => !liveStatus(project, each.seed.statusId))) {
    return refuse('not-found', 'There is no such status.', 'arrivals')
  }
  const ranks = ranksBetween(facts.between, c.arrivals.length)
  const events = c.arrivals.flatMap((each, i) => {
    const { taskId, from, reporter, createdAt, seed, comments, worklogs } = each
    const data = { ...seed, number: project.nextNumber + i, rank: ranks[i] ?? '', movedFrom: from }
    const imported = { actor: reporter, at: createdAt }
    const created: NewEvent = { type: 'task.created', taskId, version: 1, data, imported }
    const thread = [...comments.map(said), ...worklogs.map(logged)]
    return [
      created,
      ...thread.map((event, n) => ({ ...event, taskId, version: n + 2 }) as NewEvent),
    ]
  })
  return apply(events, facts)
}

const said = ({ id: commentId, author: actor, body, at }: ImportedComment) => ({
  ...{ type: 'comment.added', data: { commentId, body } },
  imported: { actor, at },
})

/** As much of it is left of the task as before: its time has been taken off there. */
function logged({ id: worklogId, author: actor, at, ...fields }: ReceivedTask['worklogs'][number]) {
  return { type: 'worklog.added', data: { worklogId, ...fields }, imported: { actor, at } }
}
