import type { ScannedParent } from './scanned'
import type { SourceIssue } from './source'

/** Remembers which issues others name as their parent, and of what type those are. */
export class ParentTally {
  private readonly issues = new Map<string, ScannedParent>()
  private readonly keys = new Map<string, string>()
  private readonly wanted = new Set<string>()

  see(issue: SourceIssue): void {
    const { id, type } = issue
    this.keys.set(issue.key, id)
    this.issues.set(id, { id, typeId: type.id, typeName: type.name, subtask: type.subtask })
    const { parent } = issue
    if (parent) this.wanted.add(parent.id ?? parent.key)
    for (const change of issue.histories.flatMap((each) => each.changes)) {
      if (!NAMES_A_PARENT.has(change.field)) continue
      for (const named of [change.from, change.to, change.fromText, change.toText]) {
        if (named) this.wanted.add(named)
      }
    }
  }

  /** Those that are wanted and in the file, under whatever they are wanted by. */
  named(): Record<string, ScannedParent> {
    const found = [...this.wanted].flatMap((name) => {
      const parent = this.issues.get(this.keys.get(name) ?? name)
      return parent ? [[name, parent] as const] : []
    })
    return Object.fromEntries(found)
  }
}

/** What Jira's histories call the parent or the epic of an issue. */
export const NAMES_A_PARENT = new Set(['Parent', 'Epic Link', 'IssueParentAssociation'])
