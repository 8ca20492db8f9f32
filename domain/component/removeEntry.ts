import { type Decision, type DecisionContext, noChange, reject } from '../decision'
import type { NewEvent } from '../events'
import type { Id } from '../kernel/primitives'
import type { Reads } from '../reads'
import { nextVersion } from '../task/guards'
import type { Task } from '../task/task'
import { acceptProjectEvent, type ComponentOrVersionChange } from './acceptProjectEvent'
import {
  type ComponentOrVersionField,
  type ComponentsOrVersions,
  taskFieldsOf,
} from './componentsAndVersions'
import { ensureReplacementExists, entryNotFound } from './guards'

/**
 * Removes a component or version. Its tasks get the entry `moveTo` instead, or none when it is null.
 * @param event returns the event of the removal for the last name of the entry
 */
export function removeEntry(
  list: ComponentsOrVersions,
  id: Id,
  moveTo: Id | null,
  { project, affectedTasks }: Reads<'project' | 'affectedTasks'>,
  context: DecisionContext,
  event: (name: string) => ComponentOrVersionChange,
): Decision {
  const known = project[list].find((each) => each.id === id)
  if (!known) return entryNotFound(list)
  // When two people remove the same entry, the second has nothing to do.
  if (known.removedAt) return noChange
  if (moveTo === id) return reject('invalid', 'Name another one for its tasks.', 'moveTo')
  const failure = ensureReplacementExists(list, moveTo, project)
  if (failure) return failure
  const edits = replaceOnTasks(taskFieldsOf(list), affectedTasks, id, moveTo)
  const end = acceptProjectEvent(project, context, event(known.name))
  return { ...end, events: [...edits, ...end.events] }
}

/** Returns the events that replace a component or version on each task; null removes it. */
export function replaceOnTasks(
  fields: ComponentOrVersionField[],
  tasks: readonly Task[],
  id: Id,
  replacement: Id | null,
): NewEvent[] {
  return tasks.map((task) => {
    const sets = fields
      .filter((field) => task[field].includes(id))
      .map((field) => [
        field,
        {
          added: replacement && !task[field].includes(replacement) ? [replacement] : [],
          removed: [id],
        },
      ])
    const data = { sets: Object.fromEntries(sets) }
    return { type: 'task.edited', taskId: task.id, version: nextVersion(task), data }
  })
}
