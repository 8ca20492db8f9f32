import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'
import type { Waiting } from './part'

/** A command in a line, and whoever waits for its answer. */
export type Entry = Waiting & {
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * Commands that wait, in one line for each project as a workspace sees it. A batch takes from
 * several lines, those first that have waited longest, but a project is in one batch at a time.
 */
export class Lines {
  private readonly lines = new Map<string, Entry[]>()
  private readonly away = new Set<Id>()

  /** How many wait where this command would. */
  length(waiting: Waiting): number {
    return this.lines.get(nameOf(waiting))?.length ?? 0
  }

  add(entry: Entry): void {
    const line = this.lines.get(nameOf(entry))
    if (line) line.push(entry)
    else this.lines.set(nameOf(entry), [entry])
  }

  /** The next batch, at most so large; empty when nothing waits but for a batch under way. */
  take(most: { commands: number; projects: number }): Entry[] {
    const batch: Entry[] = []
    const projects = new Set<Id>()
    for (const [name, line] of this.lines) {
      const projectId = line[0]?.envelope.projectId ?? ''
      if (this.away.has(projectId)) continue
      if (batch.length >= most.commands || projects.size >= most.projects) break
      this.lines.delete(name)
      this.away.add(projectId)
      projects.add(projectId)
      for (const entry of line.splice(0, most.commands - batch.length)) batch.push(entry)
      if (line.length > 0) this.lines.set(name, line)
    }
    return batch
  }

  /** Ends a batch: its projects may be taken again. */
  release(batch: Entry[]): void {
    for (const { envelope } of batch) this.away.delete(envelope.projectId)
  }
}

const nameOf = ({ scope, envelope }: Waiting) => `${scope.workspaceId} ${envelope.projectId}`
