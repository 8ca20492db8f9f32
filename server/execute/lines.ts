import type { Answer } from '@/domain/answer'
import type { Id } from '@/domain/words'
import { besides } from './pair'
import type { Waiting } from './part'

/** A command in a line, and whoever waits for its answer. */
export type Entry = Waiting & {
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

/**
 * Commands that wait, in one line for each project as a workspace sees it. A batch takes from
 * several lines, those first that have waited longest, but a project is in one batch at a time. A
 * command that changes two projects goes alone, once no batch has either of them.
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
      if (batch.length >= most.commands || projects.size >= most.projects) break
      const [first] = line
      if (!first || this.away.has(first.envelope.projectId)) continue
      const other = besides(first)
      if (!other) {
        projects.add(first.envelope.projectId)
        batch.push(...this.cut(name, line, untilPair(line, most.commands - batch.length)))
      } else if (batch.length === 0 && !this.away.has(other)) {
        return this.cut(name, line, 1)
      }
    }
    return batch
  }

  /** The first of a line, whose projects are away then; what is left waits behind the others. */
  private cut(name: string, line: Entry[], count: number): Entry[] {
    this.lines.delete(name)
    const taken = line.splice(0, count)
    if (line.length > 0) this.lines.set(name, line)
    for (const id of projectsOf(taken)) this.away.add(id)
    return taken
  }

  /** Ends a batch: its projects may be taken again. */
  release(batch: Entry[]): void {
    for (const id of projectsOf(batch)) this.away.delete(id)
  }
}

function projectsOf(entries: Entry[]): Id[] {
  return entries.flatMap((entry) => [entry.envelope.projectId, besides(entry) ?? []].flat())
}

/** How many of a line can go together, at most so many. */
function untilPair(line: Entry[], most: number): number {
  const at = line.slice(0, most).findIndex(besides)
  return at < 0 ? most : at
}

const nameOf = ({ scope, envelope }: Waiting) => `${scope.workspaceId} ${envelope.projectId}`
