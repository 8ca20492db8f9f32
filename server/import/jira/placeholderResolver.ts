import type { Id } from '@/domain/kernel/primitives'
import type { WorkspaceScope } from '@/server/access/scope'
import { createPlaceholders } from '../placeholders'
import { truncateText } from './text/toWellFormed'
import { UNKNOWN_PERSON, type ValueMapper } from './valueMapper'

/** Creates placeholders for the people in issues, before those issues are imported. */
export class PlaceholderResolver {
  /** Number of created placeholders. */
  createdCount = 0

  constructor(
    private readonly scope: WorkspaceScope,
    private readonly mapper: ValueMapper,
    /** Ids of people who already exist. */
    private readonly knownIds: Set<Id>,
  ) {}

  /** Creates the people mentioned since the last call who do not exist yet. */
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
