import type { VersionState } from '@/domain/component/componentsAndVersions'
import type { Instant, LocalDate } from '@/domain/kernel/primitives'
import type { SourceSprint } from './parseSprints'

/** Text as Jira gives it: wiki markup (Server, API 2) or an ADF document (Cloud, API 3). */
export type SourceText = string | { type: 'doc'; content?: unknown }

/** Something that Jira knows by an id and shows by a name, such as a status. */
export interface SourceEntity {
  id: string | null
  name: string
}

/** A Jira user by every name that a history may call it. */
export interface SourcePerson {
  /** The account id, else the key, else the user name. */
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
  /** Shown in Jira to a group or role only. */
  restricted: boolean
}

/** A version of a project that is to be, or was, released. */
export interface SourceVersion extends SourceEntity {
  state: VersionState
  releaseDate: LocalDate | null
  /** Only histories name it: that it is released is no more than likely. */
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

/** One field that one history entry changed; ids and words as Jira wrote them. */
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

/** A Jira issue, checked and cut down to what an import reads. */
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
  /** `kind:KEY-1`. */
  links: string[]
  /** Its parent, or the epic that it belongs to. */
  parent: { id: string | null; key: string } | null
  /** The sprints that it is or was in, the present one last. */
  sprints: SourceSprint[]
  components: SourceEntity[]
  fixVersions: SourceVersion[]
  affectedVersions: SourceVersion[]
  resolution: string | null
  /** Seconds. */
  originalEstimate: number | null
  remainingEstimate: number | null
  worklogs: SourceWorklog[]
  comments: SourceComment[]
  histories: SourceHistory[]
  /** Custom fields that hold a number or one choice, by field id. */
  customValues: Record<string, number | string>
  /** Custom fields that hold a Jira rank, by field id. */
  ranks: Record<string, string>
  /** Only some may see the issue in Jira. */
  restricted: boolean
  /** What Concord has no place for yet, by kind, with how many of it. */
  unsupported: Record<string, number>
  /** The names of custom fields, where the export tells them. */
  fieldNames: Record<string, string>
}
