import type { Command } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { TaskRef } from '@/domain/sprint/commands'
import { rebaseOn } from '@/domain/taskRefs'

/** The newest events on each task and (under null) on the project, batch included, in order. */
export class ConcurrentEvents {
  private readonly eventsBySubject = new Map<Id | null, StoredEvent[]>()

  add(event: StoredEvent): void {
    if (event.version === null) return
    const events = this.eventsBySubject.get(event.taskId)
    if (events) events.push(event)
    else this.eventsBySubject.set(event.taskId, [event])
  }

  /** What the sender of a command about one thing had not seen; `lost` is what it decides about. */
  forCommand(command: Command, conflict: Conflict | undefined): StoredEvent[] {
    if (!('baseVersion' in command)) return []
    const taskId = conflict ? conflict.taskId : 'taskId' in command ? command.taskId : null
    return this.afterVersion(taskId, command.baseVersion)
  }

  /** The same by task, for a command about several; undefined for any other. */
  byTask(
    command: Command,
    conflict: Conflict | undefined,
  ): ReadonlyMap<Id, StoredEvent[]> | undefined {
    const subject =
      conflict && 'baseVersion' in command
        ? rebaseOn(conflict.command, command.baseVersion)
        : command
    if (!('tasks' in subject)) return undefined
    const eventsAfter = ({ taskId, baseVersion }: TaskRef) => this.afterVersion(taskId, baseVersion)
    return new Map(subject.tasks.map((taskRef) => [taskRef.taskId, eventsAfter(taskRef)]))
  }

  /** What other commands did to the things that some events are about; '' is the project. */
  forUndo(events: StoredEvent[]): ReadonlyMap<Id, StoredEvent[]> {
    const undoneCommandId = events[0]?.commandId
    return new Map(
      events.map(({ taskId }) => [
        taskId ?? '',
        (this.eventsBySubject.get(taskId) ?? []).filter(
          (event) => event.commandId !== undoneCommandId,
        ),
      ]),
    )
  }

  private afterVersion(taskId: Id | null, version: number): StoredEvent[] {
    return (this.eventsBySubject.get(taskId) ?? []).filter(
      (event) => (event.version ?? 0) > version,
    )
  }
}
