import type { Command } from '@/domain/commands'
import type { Conflict } from '@/domain/conflict/conflict'
import type { LoggedEvent } from '@/domain/events'
import { seenAt } from '@/domain/seen'
import type { Seen } from '@/domain/sprint/commands'
import type { Id } from '@/domain/words'

/** The newest events on each task and (under null) on the project, batch included, in order. */
export class Missed {
  private readonly events = new Map<Id | null, LoggedEvent[]>()

  remember(event: LoggedEvent): void {
    if (event.version === null) return
    const known = this.events.get(event.taskId)
    if (known) known.push(event)
    else this.events.set(event.taskId, [event])
  }

  /** What the sender of a command about one thing had not seen; `lost` is what it decides about. */
  by(command: Command, lost: Conflict | undefined): LoggedEvent[] {
    if (!('baseVersion' in command)) return []
    const taskId = lost ? lost.taskId : 'taskId' in command ? command.taskId : null
    return this.after(taskId, command.baseVersion)
  }

  /** The same by task, for a command about several; undefined for any other. */
  of(command: Command, lost: Conflict | undefined): ReadonlyMap<Id, LoggedEvent[]> | undefined {
    const about =
      lost && 'baseVersion' in command ? seenAt(lost.command, command.baseVersion) : command
    if (!('tasks' in about)) return undefined
    const after = ({ taskId, baseVersion }: Seen) => this.after(taskId, baseVersion)
    return new Map(about.tasks.map((seen) => [seen.taskId, after(seen)]))
  }

  /** What other commands did to the things that some events are about; '' is the project. */
  since(events: LoggedEvent[]): ReadonlyMap<Id, LoggedEvent[]> {
    const own = events[0]?.commandId
    return new Map(
      events.map(({ taskId }) => [
        taskId ?? '',
        (this.events.get(taskId) ?? []).filter((event) => event.commandId !== own),
      ]),
    )
  }

  private after(taskId: Id | null, version: number): LoggedEvent[] {
    return (this.events.get(taskId) ?? []).filter((event) => (event.version ?? 0) > version)
  }
}
