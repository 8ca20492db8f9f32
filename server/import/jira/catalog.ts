import type { Named, SourceChange, SourceIssue, SourceVersion } from './source'

/** What the histories call the components and versions of an issue; `one` is an entry of a picture. */
export const CATALOG_FIELDS = {
  Component: { list: 'components', one: 'component' },
  'Fix Version': { list: 'fixVersions', one: 'fixVersion' },
  Version: { list: 'fixVersions', one: 'affectedVersion' },
} as const
type Field = keyof typeof CATALOG_FIELDS

/** Collects the components and versions that the issues of a project have or had. */
export class CatalogTally {
  private readonly components = new Map<string, Named>()
  private readonly fixVersions = new Map<string, SourceVersion>()

  see(issue: SourceIssue): void {
    for (const each of issue.components) this.components.set(keyOf(each), each)
    for (const each of [...issue.fixVersions, ...issue.affectedVersions]) {
      this.fixVersions.set(keyOf(each), each)
    }
    for (const change of issue.histories.flatMap((history) => history.changes)) {
      if (!isCatalogField(change.field)) continue
      for (const past of namedIn(change)) this.remember(change.field, past)
    }
  }

  all(): { components: Named[]; fixVersions: SourceVersion[] } {
    return {
      components: [...this.components.values()],
      fixVersions: [...this.fixVersions.values()],
    }
  }

  /** What only a history names: an issue that has it now knows better. */
  private remember(field: Field, past: Named): void {
    const key = keyOf(past)
    if (field === 'Component') {
      if (!this.components.has(key)) this.components.set(key, past)
    } else if (!this.fixVersions.has(key)) {
      this.fixVersions.set(key, { ...past, state: 'released', releaseDate: null, guessed: true })
    }
  }
}

/** Whether a changed field names components or versions. */
export const isCatalogField = (field: string): field is Field =>
  Object.hasOwn(CATALOG_FIELDS, field)

/** What Jira calls one by: its id, else its name. */
export const keyOf = ({ id, name }: Named): string => id ?? name

/** What a change took away and what it brought. */
export function namedIn(change: SourceChange): Named[] {
  const { from, fromText, to, toText } = change
  return [
    ...(fromText?.trim() ? [{ id: from, name: fromText.trim() }] : []),
    ...(toText?.trim() ? [{ id: to, name: toText.trim() }] : []),
  ]
}
