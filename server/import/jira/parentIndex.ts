import type { ScannedParent } from './scanResult'
import type { SourceIssue } from './sourceIssue'

/** Remembers which issues others name as their parent, and of what type those are. */
export class ParentIndex {
  private readonly issues = new Map<string, ScannedParent>()
  private readonly keys = new Map<string, string>()
  private readonly referenced = new Set<string>()

  add(issue: SourceIssue): void {
    const { id, type } = issue
    this.keys.set(issue.key, id)
    this.issues.set(id, { id, typeId: type.id, typeName: type.name, subtask: type.subtask })
    const { parent } = issue
    if (parent) this.referenced.add(parent.id ?? parent.key)
    for (const change of issue.histories.flatMap((each) => each.changes)) {
      if (!PARENT_FIELDS.has(change.field)) continue
      for (const named of [change.from, change.to, change.fromText, change.toText]) {
        if (named) this.referenced.add(named)
      }
    }
  }

  /** Those that are wanted and in the file, under whatever they are wanted by. */
  referencedParents(): Record<string, ScannedParent> {
    const found = [...this.referenced].flatMap((name) => {
      const parent = this.issues.get(this.keys.get(name) ?? name)
      return parent ? [[name, parent] as const] : []
    })
    return Object.fromEntries(found)
  }
}

/** What Jira's histories call the parent or the epic of an issue. */
export const PARENT_FIELDS = new Set(['Parent', 'Epic Link', 'IssueParentAssociation'])
