import type { Category } from '@/domain/kernel/primitives'
import type { EstimateField } from './estimateFinder'
import type { SourceSprint } from './parseSprints'
import type { ScannedPerson } from './peopleStats'
import type { SourceEntity, SourceVersion } from './sourceIssue'

export interface ScanProblem {
  line: number
  message: string
}

export interface ScannedStatus {
  name: string
  category: Category
  /** Number of issues that have it now; 0 when only histories name it. */
  issues: number
  /** Number of history entries that name it. */
  mentions: number
}

export interface ScannedProject {
  key: string
  name: string
  issues: number
  /** The issue with the highest number and its line in the file. */
  highest: { number: number; line: number }
  /** Number of issues in each status now; 0 for statuses that only histories name. */
  statuses: Record<string, number>
  components: SourceEntity[]
  fixVersions: SourceVersion[]
  /** The sprints that its issues are or were in, by time. */
  sprints: SourceSprint[]
  /** The numbers of its issues in the order of Jira's rank, otherwise by number. */
  numbersByRank: number[]
}

/** An issue that others name as their parent. */
export interface ScannedParent {
  id: string
  typeId: string | null
  typeName: string
  subtask: boolean
}

/** Everything that the preview shows and the run needs. Plain JSON. */
export interface ScanResult {
  /** Number of entries in the file, including broken ones. */
  entries: number
  issues: number
  comments: number
  links: number
  historyEntries: number
  problemCount: number
  /** The first problems. */
  problems: ScanProblem[]
  projects: ScannedProject[]
  statuses: ScannedStatus[]
  types: { name: string; subtask: boolean; issues: number }[]
  priorities: { name: string; issues: number }[]
  people: ScannedPerson[]
  estimateFields: EstimateField[]
  estimateField: string | null
  worklogs: number
  /** By Jira's id and by key. */
  parents: Record<string, ScannedParent>
  restricted: { issues: number; comments: number }
  unsupported: Record<string, number>
  /** Current names by Jira's ids. */
  names: {
    status: Record<string, string>
    type: Record<string, string>
    priority: Record<string, string>
  }
}
