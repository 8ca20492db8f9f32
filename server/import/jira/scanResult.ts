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
  /** Issues that are in it now; 0 for one that only histories know. */
  issues: number
  /** Times that a history names it. */
  mentions: number
}

export interface ScannedProject {
  key: string
  name: string
  issues: number
  /** Where the issue with the highest number stands in the file. */
  highest: { number: number; line: number }
  /** How many issues are in each status now; 0 for those that only its histories know. */
  statuses: Record<string, number>
  components: SourceEntity[]
  fixVersions: SourceVersion[]
  /** The sprints that its issues are or were in, by time. */
  sprints: SourceSprint[]
  /** The numbers of its issues in the order of Jira's rank, else of themselves. */
  numbersByRank: number[]
}

/** An issue that others name as their parent. */
export interface ScannedParent {
  id: string
  typeId: string | null
  typeName: string
  subtask: boolean
}

/** All that the preview shows and the run needs to know beforehand. Plain JSON. */
export interface ScanResult {
  /** Entries of the file, broken ones included. */
  entries: number
  issues: number
  comments: number
  links: number
  historyEntries: number
  problemCount: number
  /** The first of them. */
  problems: ScanProblem[]
  projects: ScannedProject[]
  statuses: ScannedStatus[]
  types: { name: string; subtask: boolean; issues: number }[]
  priorities: { name: string; issues: number }[]
  people: ScannedPerson[]
  estimateFields: EstimateField[]
  estimateField: string | null
  worklogs: number
  /** By Jira's id and by key alike. */
  parents: Record<string, ScannedParent>
  restricted: { issues: number; comments: number }
  unsupported: Record<string, number>
  /** Present names by Jira's ids. */
  names: {
    status: Record<string, string>
    type: Record<string, string>
    priority: Record<string, string>
  }
}
