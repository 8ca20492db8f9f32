import { isTagged } from '@/domain/catalog/catalog'
import type { Command } from '@/domain/commands'
import type { Task } from '@/domain/task/task'
import type { Id } from '@/domain/words'

type Tasks = ReadonlyMap<Id, Task>

/** What a command copies, and whatever has the copies' ids already. */
export function copiedBy(command: Command, tasks: Tasks): Tasks | undefined {
  if (command.type !== 'task.clone') return undefined
  const ids = command.copies.flatMap(({ from, to }) => [from, to])
  return new Map(ids.flatMap((id) => [tasks.get(id) ?? []].flat()).map((task) => [task.id, task]))
}

/** The children of a task that a command sends to another project. */
export function childrenBy(command: Command, tasks: Tasks): Task[] | undefined {
  if (command.type !== 'task.transfer') return undefined
  return [...tasks.values()].filter((task) => task.parentId === command.taskId)
}

/** Every task of the component or version that a command removes or releases. */
export function taggedBy(command: Command, tasks: Tasks): Task[] | undefined {
  const all = () => [...tasks.values()]
  if (command.type === 'component.remove') {
    return all().filter((task) => task.components.includes(command.componentId))
  }
  if (command.type !== 'version.remove' && command.type !== 'version.release') return undefined
  const { type, versionId: id } = command
  return all().filter((task) =>
    type === 'version.remove' ? isTagged(task, id) : task.fixVersions.includes(id),
  )
}
