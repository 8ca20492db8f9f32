import type { ScannedParent } from './scanResult'
import type { SourceIssue } from './sourceIssue'

/** Collects the issues that others name as their parent, with their types. */
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

  /** Returns the referenced issues that are in the file, by the names that refer to them. */
  referencedParents(): Record<string, ScannedParent> {
    const found = [...this.referenced].flatMap((name) => {
      const parent = this.issues.get(this.keys.get(name) ?? name)
      return parent ? [[name, parent] as const] : []
    })
    return Object.fromEntries(found)
  }
}

/** The field names of a parent or epic in Jira's histories. */
export const PARENT_FIELDS = new Set(['Parent', 'Epic Link', 'IssueParentAssociation'])
