import type { SourceEntity } from './sourceIssue'

/**
 * Current names by Jira's ids. A history contains the names of its time, so an id that is still in
 * use gets its current name.
 */
export class CurrentNames {
  constructor(private readonly namesById: Record<string, string> = {}) {}

  /** Adds the current name of an id. */
  add({ id, name }: SourceEntity): void {
    if (id !== null) this.namesById[id] = name
  }

  /** Returns the current name of an id, otherwise the name that the history contains. */
  nameOf(id: string | null, text: string | null): string | null {
    const name = id !== null && Object.hasOwn(this.namesById, id) ? this.namesById[id] : text
    return name?.trim() || null
  }

  toJSON(): Record<string, string> {
    return this.namesById
  }
}
