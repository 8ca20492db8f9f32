import type { VersionState } from '@/domain/component/componentsAndVersions'
import type { Instant, LocalDate } from '@/domain/kernel/primitives'
import type { SourceSprint } from './parseSprints'

/** A text in Jira's format: wiki markup (Server, API 2) or an ADF document (Cloud, API 3). */
export type SourceText = string | { type: 'doc'; content?: unknown }

/** An item with an id and a name in Jira, such as a status. */
export interface SourceEntity {
  id: string | null
  name: string
}

/** A Jira user with all names that a history may use. */
export interface SourcePerson {
  /** The account id, otherwise the key, otherwise the user name. */
  id: string
  name: string
  email: string | null
  aliases: string[]
}

export interface SourceComment {
  id: string
  author: SourcePerson | null
  text: SourceText
  at: Instant
  /** Visible in Jira only to a group or role. */
  restricted: boolean
}

/** A planned, released or archived version of a project. */
export interface SourceVersion extends SourceEntity {
  state: VersionState
  releaseDate: LocalDate | null
  /** Only histories name the version, so its released state is a guess. */
  guessed?: true
}

export interface SourceWorklog {
  id: string
  author: SourcePerson | null
  seconds: number
  startedAt: Instant
  note: SourceText
  at: Instant
}

/** One field that a history entry changed, with ids and texts as Jira wrote them. */
export interface SourceChange {
  field: string
  fieldId: string | null
  from: string | null
  fromText: string | null
  to: string | null
  toText: string | null
}

export interface SourceHistory {
  id: string
  at: Instant
  author: SourcePerson | null
  changes: SourceChange[]
}

/** A validated Jira issue, reduced to what an import reads. */
export interface SourceIssue {
  id: string
  key: string
  projectKey: string
  number: number
  projectName: string
  summary: string
  description: SourceText
  status: SourceEntity & { category: string | null }
  type: SourceEntity & { subtask: boolean }
  priority: SourceEntity | null
  reporter: SourcePerson | null
  assignee: SourcePerson | null
  created: Instant
  updated: Instant
  dueDate: LocalDate | null
  labels: string[]
  /** Links as `kind:KEY-1`. */
  links: string[]
  /** Its parent or its epic. */
  parent: { id: string | null; key: string } | null
  /** The sprints that it is or was in, the current one last. */
  sprints: SourceSprint[]
  components: SourceEntity[]
  fixVersions: SourceVersion[]
  affectedVersions: SourceVersion[]
  resolution: string | null
  /** In seconds. */
  originalEstimate: number | null
  remainingEstimate: number | null
  worklogs: SourceWorklog[]
  comments: SourceComment[]
  histories: SourceHistory[]
  /** Custom fields that hold a number or one choice, by field id. */
  customValues: Record<string, number | string>
  /** Custom fields that hold a Jira rank, by field id. */
  ranks: Record<string, string>
  /** Visible in Jira only to some people. */
  restricted: boolean
  /** Data that Concord does not support, counted by kind. */
  unsupported: Record<string, number>
  /** The names of custom fields, when the export contains them. */
  fieldNames: Record<string, string>
}
