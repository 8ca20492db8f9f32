import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { createPlaceholders } from '../placeholders'
import { truncateText } from './text/toWellFormed'
import { UNKNOWN_PERSON, type ValueMapper } from './valueMapper'

/** Makes placeholders for the people that issues name, before the issues that name them come. */
export class PlaceholderResolver {
  /** How many were made. */
  createdCount = 0

  constructor(
    private readonly scope: WorkspaceScope,
    private readonly mapper: ValueMapper,
    /** People who are here. */
    private readonly knownIds: Set<Id>,
  ) {}

  /** Makes those that were named since the last call and are not here. */
  async createMissing(): Promise<void> {
    const missing = [...this.mapper.mentionedPeople].filter(([id]) => !this.knownIds.has(id))
    const people = missing.map(([id, source]) => {
      const known = this.mapper.scannedPerson(source)
      const name = source === UNKNOWN_PERSON.id ? UNKNOWN_PERSON.name : (known?.name ?? source)
      return { id, importedAs: source, name: truncateText(name, 200), email: known?.email ?? null }
    })
    this.createdCount += await createPlaceholders(this.scope, people)
    for (const [id] of missing) this.knownIds.add(id)
    this.mapper.mentionedPeople.clear()
  }
}
