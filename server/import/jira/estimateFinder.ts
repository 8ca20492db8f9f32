import type { SourceIssue } from './sourceIssue'

/** A custom field that holds numbers and may be the story points. */
export interface EstimateField {
  field: string
  /** Its name, where the export tells it. */
  name: string | null
  /** Issues that have a value in it. */
  issues: number
  /** Issues whose value is the last one of their Story Points history, less those where it is not. */
  agreement: number
}

export const isStoryPointsName = (name: string) => /^story points?( estimate)?$/i.test(name.trim())

/** Finds out which custom field holds the estimate, from all issues of a file. */
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

  /** All candidates, the likeliest first. */
  candidates(): EstimateField[] {
    const sure = (field: EstimateField) => (field.name && isStoryPointsName(field.name) ? 1 : 0)
    return [...this.fields.values()].sort(
      (a, b) => sure(b) - sure(a) || b.agreement - a.agreement || b.issues - a.issues,
    )
  }

  /** The field that holds the estimate, where something speaks for one. */
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
