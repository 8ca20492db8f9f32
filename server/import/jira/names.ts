import type { Named } from './source'

/**
 * What Jira's ids are called. A history keeps the name that a status had then, so an id that some
 * issue still has goes by its present name.
 */
export class Names {
  constructor(private readonly present: Record<string, string> = {}) {}

  /** Takes the present name of an id in. */
  see({ id, name }: Named): void {
    if (id !== null) this.present[id] = name
  }

  /** The name of an id, else the name that was written beside it. */
  of(id: string | null, text: string | null): string | null {
    const name = id !== null && Object.hasOwn(this.present, id) ? this.present[id] : text
    return name?.trim() || null
  }

  toJSON(): Record<string, string> {
    return this.present
  }
}
