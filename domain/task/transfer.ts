import type { CommandOf } from '../commands'
import { apply, type Decision, type Facts, refuse, type State, unchanged } from '../decision'
import { derivedId } from '../derivedId'
import type { NewEvent } from '../events'
import { liveStatus } from '../project/project'
import { ranksBetween } from '../rank'
import { after, closed } from './open'

/**
 * Takes a task out of its project, with its subtasks, for another one that receives it next. The
 * rows stay as they were, archived, and say where they went; their new ids follow from the
 * command's, so that a repeat sends the same tasks.
 */
export function transferTask(c: CommandOf<'task.transfer'>, state: State, facts: Facts): Decision {
  const stop = closed(c, state, facts)
  const { task, project, children = [] } = state
  if (stop || !task || !project) return stop ?? unchanged
  if (c.to === project.id) return refuse('invalid', 'It is in this project already.', 'to')
  if (!facts.isProject?.(c.to)) return refuse('not-found', 'There is no such project.', 'to')
  if (task.type === 'subtask') {
    return refuse('level', 'A subtask goes with its parent. Move that, or change the type.', 'to')
  }
  const open = children.filter((each) => !each.archivedAt)
  const along = [task, ...open.filter((each) => each.type === 'subtask')]
  const events = along.map((each): NewEvent => {
    const movedTo = { projectId: c.to, taskId: derivedId(facts.commandId, each.id) }
    const data = { statusId: each.statusId, movedTo }
    return { type: 'task.archived', taskId: each.id, version: after(each), data }
  })
  // What stays must not stand below a task that is gone.
  const left = open.filter((each) => each.type !== 'subtask')
  const freed = left.map((each): NewEvent => {
    const data = { set: { parentId: { from: task.id, to: null } } }
    return { type: 'task.edited', taskId: each.id, version: after(each), data }
  })
  return apply([...freed, ...events], facts)
}

/** Takes in what another project has sent; what is here already is not taken in twice. */
export function receiveTask(c: CommandOf<'task.receive'>, state: State, facts: Facts): Decision {
  const { project } = state
  if (!project) return refuse('not-found', 'There is no such project.')
  if (state.task) return unchanged
  if (c.arrivals.some((each) => !liveStatus(project, each.seed.statusId))) {
    return refuse('not-found', 'There is no such status.', 'arrivals')
  }
  const ranks = ranksBetween(facts.between, c.arrivals.length)
  const events = c.arrivals.flatMap(({ taskId, from, reporter, createdAt, seed, comments }, i) => {
    const data = { ...seed, number: project.nextNumber + i, rank: ranks[i] ?? '', movedFrom: from }
    const created: NewEvent = {
      type: 'task.created',
      taskId,
      version: 1,
      data,
      imported: { actor: reporter, at: createdAt },
    }
    const said = comments.map(
      ({ id, author, body, at }, n): NewEvent => ({
        type: 'comment.added',
        taskId,
        version: n + 2,
        data: { commentId: id, body },
        imported: { actor: author, at },
      }),
    )
    return [created, ...said]
  })
  return apply(events, facts)
}
