import type { SourceChange, SourceEntity, SourceIssue, SourceVersion } from './sourceIssue'

/**
 * The names that histories use for an issue's components and versions; `one` is the singular that a
 * change of one entry uses.
 */
export const JIRA_COMPONENT_AND_VERSION_FIELDS = {
  Component: { list: 'components', one: 'component' },
  'Fix Version': { list: 'fixVersions', one: 'fixVersion' },
  Version: { list: 'fixVersions', one: 'affectedVersion' },
} as const
type Field = keyof typeof JIRA_COMPONENT_AND_VERSION_FIELDS

/** Collects the components and versions that the issues of a project have or had. */
export class ComponentAndVersionStats {
  private readonly components = new Map<string, SourceEntity>()
  private readonly fixVersions = new Map<string, SourceVersion>()

  add(issue: SourceIssue): void {
    for (const each of issue.components) this.components.set(sourceKeyOf(each), each)
    for (const each of [...issue.fixVersions, ...issue.affectedVersions]) {
      this.fixVersions.set(sourceKeyOf(each), each)
    }
    for (const change of issue.histories.flatMap((history) => history.changes)) {
      if (!isJiraComponentOrVersionField(change.field)) continue
      for (const past of entriesNamedIn(change)) this.addFromHistory(change.field, past)
    }
  }

  all(): { components: SourceEntity[]; fixVersions: SourceVersion[] } {
    return {
      components: [...this.components.values()],
      fixVersions: [...this.fixVersions.values()],
    }
  }

  /** Adds an entry that a history names. An issue that has it now knows it better. */
  private addFromHistory(field: Field, past: SourceEntity): void {
    const key = sourceKeyOf(past)
    if (field === 'Component') {
      if (!this.components.has(key)) this.components.set(key, past)
    } else if (!this.fixVersions.has(key)) {
      this.fixVersions.set(key, { ...past, state: 'released', releaseDate: null, guessed: true })
    }
  }
}

/** Returns true when a changed field holds components or versions. */
export const isJiraComponentOrVersionField = (field: string): field is Field =>
  Object.hasOwn(JIRA_COMPONENT_AND_VERSION_FIELDS, field)

/** Returns Jira's identifier of an entry: its id, otherwise its name. */
export const sourceKeyOf = ({ id, name }: SourceEntity): string => id ?? name

/** Returns the entries that a change removed and added. */
export function entriesNamedIn(change: SourceChange): SourceEntity[] {
  const { from, fromText, to, toText } = change
  return [
    ...(fromText?.trim() ? [{ id: from, name: fromText.trim() }] : []),
    ...(toText?.trim() ? [{ id: to, name: toText.trim() }] : []),
  ]
}
