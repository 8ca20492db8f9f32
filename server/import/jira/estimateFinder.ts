import type { SourceIssue } from './sourceIssue'

/** A custom field of numbers that may hold the story points. */
export interface EstimateField {
  field: string
  /** Its name, when the export contains it. */
  name: string | null
  /** Number of issues with a value. */
  issues: number
  /**
   * Number of issues whose value equals the last one in their Story Points history, minus those
   * where it differs.
   */
  agreement: number
}

export const isStoryPointsName = (name: string) => /^story points?( estimate)?$/i.test(name.trim())

/** Finds the custom field that holds the estimate, from all issues of a file. */
export class EstimateFinder {
  private readonly fields = new Map<string, EstimateField>()

  add(issue: SourceIssue): void {
    const last = issue.histories
      .flatMap((history) => history.changes)
      .findLast((change) => isStoryPointsName(change.field))
    for (const [field, value] of Object.entries(issue.customValues)) {
      if (typeof value !== 'number') continue
      const known = this.fieldFor(field)
      known.issues++
      known.name ??= issue.fieldNames[field] ?? null
      if (last && !last.fieldId) known.agreement += Number(last.toText) === value ? 1 : -1
    }
    if (last?.fieldId) this.fieldFor(last.fieldId).name ??= last.field
  }

  /** Returns all candidates, the most likely first. */
  candidates(): EstimateField[] {
    const sure = (field: EstimateField) => (field.name && isStoryPointsName(field.name) ? 1 : 0)
    return [...this.fields.values()].sort(
      (a, b) => sure(b) - sure(a) || b.agreement - a.agreement || b.issues - a.issues,
    )
  }

  /** Returns the most likely field, or null when there is no evidence for any. */
  bestField(): string | null {
    const [first] = this.candidates()
    return first && ((first.name && isStoryPointsName(first.name)) || first.agreement > 0)
      ? first.field
      : null
  }

  private fieldFor(field: string): EstimateField {
    const known = this.fields.get(field) ?? { field, name: null, issues: 0, agreement: 0 }
    this.fields.set(field, known)
    return known
  }
}
