import type { Command } from '@/domain/commands'
import { hasComponentOrVersion } from '@/domain/component/componentsAndVersions'
import type { Id } from '@/domain/kernel/primitives'
import type { Task } from '@/domain/task/task'

type TasksById = ReadonlyMap<Id, Task>

/** What a command copies, and whatever has the copies' ids already. */
export function tasksToCopy(command: Command, tasks: TasksById): TasksById | undefined {
  if (command.type !== 'task.clone') return undefined
  const ids = command.copies.flatMap(({ from, to }) => [from, to])
  return new Map(ids.flatMap((id) => [tasks.get(id) ?? []].flat()).map((task) => [task.id, task]))
}

/** The children of a task that a command sends to another project. */
export function childrenToTransfer(command: Command, tasks: TasksById): Task[] | undefined {
  if (command.type !== 'task.transfer') return undefined
  return [...tasks.values()].filter((task) => task.parentId === command.taskId)
}

/** Every task of the component or version that a command removes or releases. */
export function tasksOfComponentOrVersion(command: Command, tasks: TasksById): Task[] | undefined {
  const all = () => [...tasks.values()]
  if (command.type === 'component.remove') {
    return all().filter((task) => task.components.includes(command.componentId))
  }
  if (command.type !== 'version.remove' && command.type !== 'version.release') return undefined
  const { type, versionId: id } = command
  return all().filter((task) =>
    type === 'version.remove' ? hasComponentOrVersion(task, id) : task.fixVersions.includes(id),
  )
}
