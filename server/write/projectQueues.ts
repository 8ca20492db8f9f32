import type { CommandResult } from '@/domain/commandResult'
import type { Id } from '@/domain/kernel/primitives'
import { otherProjectOf } from './crossProjectCommand'
import type { SubmittedCommand } from './projectBatch'

/** A command in a line, and whoever waits for its answer. */
export type QueueEntry = SubmittedCommand & {
  resolve: (answer: CommandResult) => void
  reject: (error: unknown) => void
}

/**
 * Commands that wait, in one line for each project as a workspace sees it. A batch takes from
 * several lines, those first that have waited longest, but a project is in one batch at a time. A
 * command that changes two projects goes alone, once no batch has either of them.
 */
export class ProjectQueues {
  private readonly queues = new Map<string, QueueEntry[]>()
  private readonly lockedProjects = new Set<Id>()

  /** How many wait where this command would. */
  length(submitted: SubmittedCommand): number {
    return this.queues.get(queueKey(submitted))?.length ?? 0
  }

  /** How many wait in all of them. */
  totalLength(): number {
    return [...this.queues.values()].reduce((total, queue) => total + queue.length, 0)
  }

  add(entry: QueueEntry): void {
    const queue = this.queues.get(queueKey(entry))
    if (queue) queue.push(entry)
    else this.queues.set(queueKey(entry), [entry])
  }

  /** The next batch, at most so large; empty when nothing waits but for a batch under way. */
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

  /** The first of a line, whose projects are away then; what is left waits behind the others. */
  private dequeue(key: string, queue: QueueEntry[], count: number): QueueEntry[] {
    this.queues.delete(key)
    const dequeued = queue.splice(0, count)
    if (queue.length > 0) this.queues.set(key, queue)
    for (const id of projectIdsOf(dequeued)) this.lockedProjects.add(id)
    return dequeued
  }

  /** Ends a batch: its projects may be taken again. */
  release(batch: QueueEntry[]): void {
    for (const id of projectIdsOf(batch)) this.lockedProjects.delete(id)
  }
}

function projectIdsOf(entries: QueueEntry[]): Id[] {
  return entries.flatMap((entry) => [entry.envelope.projectId, otherProjectOf(entry) ?? []].flat())
}

/** How many of a line can go together, at most so many. */
function countBeforeCrossProject(queue: QueueEntry[], limit: number): number {
  const index = queue.slice(0, limit).findIndex(otherProjectOf)
  return index < 0 ? limit : index
}

const queueKey = ({ scope, envelope }: SubmittedCommand) =>
  `${scope.workspaceId} ${envelope.projectId}`
