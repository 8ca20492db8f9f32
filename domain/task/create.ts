import type { CommandOf } from '../commands'
import { apply, type Decision, type Facts, noProject, refuse, type State } from '../decision'
import { rankBetween } from '../rank'
import { misfit } from './level'
import { full, strangers, target } from './open'

const sorted = (entries: string[] = []) => [...new Set(entries)].sort()

/** A new task takes the project's next number and its place in a column that has room. */
export function createTask(c: CommandOf<'task.create'>, state: State, facts: Facts): Decision {
  if (!state.project) return noProject()
  if (state.task) return refuse('id-taken', 'Another task has this id.', 'taskId')
  if (!c.title.trim()) return refuse('invalid', 'A task needs a title.', 'title')
  const aim = target(c, c.statusId, state, facts)
  if ('stop' in aim) return aim.stop
  const parentId = c.parentId ?? null
  const stop =
    full(aim.status) ??
    strangers(c.assignees, facts) ??
    misfit({ id: c.taskId, type: c.taskType }, parentId, facts)
  if (stop) return stop
  const data = {
    number: state.project.nextNumber,
    type: c.taskType,
    title: c.title.trim(),
    description: c.description ?? '',
    statusId: c.statusId,
    rank: rankBetween(facts.between),
    priority: c.priority ?? 0,
    assignees: sorted(c.assignees),
    labels: sorted(c.labels),
    links: [],
    estimate: c.estimate ?? null,
    dueDate: c.dueDate ?? null,
    ...(parentId && { parentId }),
  }
  return apply([{ type: 'task.created', taskId: c.taskId, version: 1, data }], facts)
}
