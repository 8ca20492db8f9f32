import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'
import { otherProjectOf } from './crossProjectCommand'
import type { SubmittedCommand } from './projectBatch'

/** A queued command with the callbacks of its caller. */
export type QueueEntry = SubmittedCommand & {
  resolve: (answer: CommandResult) => void
  reject: (error: unknown) => void
}

/**
 * Commands that wait, in one queue per project and workspace. A batch takes commands from several
 * queues, longest-waiting queue first. A project is in at most one running batch. A command that
 * changes two projects has a batch of its own, once neither project is in a running batch.
 */
export class ProjectQueues {
  private readonly queues = new Map<string, QueueEntry[]>()
  private readonly lockedProjects = new Set<Id>()

  /** Returns the length of the queue that this command belongs to. */
  length(submitted: SubmittedCommand): number {
    return this.queues.get(queueKey(submitted))?.length ?? 0
  }

  /** Returns the number of queued commands of all projects. */
  totalLength(): number {
    return [...this.queues.values()].reduce((total, queue) => total + queue.length, 0)
  }

  add(entry: QueueEntry): void {
    const queue = this.queues.get(queueKey(entry))
    if (queue) queue.push(entry)
    else this.queues.set(queueKey(entry), [entry])
  }

  /**
   * Removes and returns the next batch within the limits. Empty when no command waits, or when all
   * waiting projects are in running batches.
   */
  dequeueBatch(limits: { commands: number; projects: number }): QueueEntry[] {
    const batch: QueueEntry[] = []
    const projectIds = new Set<Id>()
    for (const [key, queue] of this.queues) {
      if (batch.length >= limits.commands || projectIds.size >= limits.projects) break
      const [first] = queue
      if (!first || this.lockedProjects.has(first.envelope.projectId)) continue
      const otherProjectId = otherProjectOf(first)
      if (!otherProjectId) {
        projectIds.add(first.envelope.projectId)
        batch.push(
          ...this.dequeue(
            key,
            queue,
            countBeforeCrossProject(queue, limits.commands - batch.length),
          ),
        )
      } else if (batch.length === 0 && !this.lockedProjects.has(otherProjectId)) {
        return this.dequeue(key, queue, 1)
      }
    }
    return batch
  }

  /**
   * Removes and returns the first commands of a queue, and locks their projects. The rest of the
   * queue moves behind the other queues, so that busy projects do not delay the others.
   */
  private dequeue(key: string, queue: QueueEntry[], count: number): QueueEntry[] {
    this.queues.delete(key)
    const dequeued = queue.splice(0, count)
    if (queue.length > 0) this.queues.set(key, queue)
    for (const id of projectIdsOf(dequeued)) this.lockedProjects.add(id)
    return dequeued
  }

  /** Unlocks the projects of a finished batch. */
  release(batch: QueueEntry[]): void {
    for (const id of projectIdsOf(batch)) this.lockedProjects.delete(id)
  }
}

function projectIdsOf(entries: QueueEntry[]): Id[] {
  return entries.flatMap((entry) => [entry.envelope.projectId, otherProjectOf(entry) ?? []].flat())
}

/** Returns how many commands precede the first cross-project command, at most `limit`. */
function countBeforeCrossProject(queue: QueueEntry[], limit: number): number {
  const index = queue.slice(0, limit).findIndex(otherProjectOf)
  return index < 0 ? limit : index
}

const queueKey = ({ scope, envelope }: SubmittedCommand) =>
  `${scope.workspaceId} ${envelope.projectId}`
