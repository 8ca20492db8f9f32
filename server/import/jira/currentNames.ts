import type { SourceEntity } from './sourceIssue'

/**
 * What Jira's ids are called. A history keeps the name that a status had then, so an id that some
 * issue still has goes by its present name.
 */
export class CurrentNames {
  constructor(private readonly namesById: Record<string, string> = {}) {}

  /** Takes the present name of an id in. */
  add({ id, name }: SourceEntity): void {
    if (id !== null) this.namesById[id] = name
  }

  /** The name of an id, else the name that was written beside it. */
  nameOf(id: string | null, text: string | null): string | null {
    const name = id !== null && Object.hasOwn(this.namesById, id) ? this.namesById[id] : text
    return name?.trim() || null
  }

  toJSON(): Record<string, string> {
    return this.namesById
  }
}
