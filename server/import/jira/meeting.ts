import type { Id } from '@/domain/words'
import type { WorkspaceScope } from '../../access/scope'
import { makePlaceholders } from '../placeholders'
import { NOBODY, type Vocabulary } from './context'
import { firstOf } from './text/wellFormed'

/** Makes placeholders for the people that issues name, before the issues that name them come. */
export class Meeting {
  /** How many were made. */
  made = 0

  constructor(
    private readonly scope: WorkspaceScope,
    private readonly words: Vocabulary,
    /** People who are here. */
    private readonly met: Set<Id>,
  ) {}

  /** Makes those that were named since the last call and are not here. */
  async meet(): Promise<void> {
    const fresh = [...this.words.named].filter(([id]) => !this.met.has(id))
    const people = fresh.map(([id, source]) => {
      const known = this.words.scanned(source)
      const name = source === NOBODY.id ? NOBODY.name : (known?.name ?? source)
      return { id, importedAs: source, name: firstOf(name, 200), email: known?.email ?? null }
    })
    this.made += await makePlaceholders(this.scope, people)
    for (const [id] of fresh) this.met.add(id)
    this.words.named.clear()
  }
}
