import type { Category } from '@/domain/kernel/primitives'
import { ComponentAndVersionStats } from './componentAndVersionStats'
import { CurrentNames } from './currentNames'
import { EstimateFinder } from './estimateFinder'
import { guessCategory } from './guess'
import { ParentIndex } from './parentIndex'
import type { SourceSprint } from './parseSprints'
import { PeopleStats } from './peopleStats'
import type { ScannedProject, ScannedStatus, ScanProblem, ScanResult } from './scanResult'
import type { SourceIssue } from './sourceIssue'

const MAX_PROBLEMS = 200

interface ProjectStats {
  name: string
  lines: Map<number, number>
  statuses: Map<string, number>
  rankedIssues: { number: number; ranks: Record<string, string> }[]
  sprints: Map<string, SourceSprint>
  componentsAndVersions: ComponentAndVersionStats
}

/** Collects the statistics of a file, issue by issue. */
export class ScanStats {
  entries = 0
  issues = 0
  private comments = 0
  private links = 0
  private worklogs = 0
  private readonly parents = new ParentIndex()
  private historyEntries = 0
  private problemCount = 0
  private readonly problems: ScanProblem[] = []
  private readonly projects = new Map<string, ProjectStats>()
  private readonly status = new CurrentNames()
  private readonly type = new CurrentNames()
  private readonly priority = new CurrentNames()
  private readonly statuses = new Map<
    string,
    { category: string | null; issues: number; mentions: number; id: number }
  >()
  private readonly types = new Map<string, { subtask: boolean; issues: number }>()
  private readonly priorities = new Map<string, number>()
  /** Statuses of histories by id and name, with the projects that they occurred in. */
  private readonly pastStatuses = new Map<
    string,
    { id: string | null; text: string | null; count: number; projects: Set<ProjectStats> }
  >()
  private readonly people = new PeopleStats()
  private readonly estimates = new EstimateFinder()
  private readonly restricted = { issues: 0, comments: 0 }
  private readonly unsupported: Record<string, number> = {}

  addProblem(line: number, message: string): void {
    this.entries++
    this.problemCount++
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ line, message })
  }

  addIssue(line: number, issue: SourceIssue): void {
    const project = this.projectOf(issue)
    const firstLine = project.lines.get(issue.number)
    if (firstLine !== undefined) {
      this.addProblem(line, `${issue.key} is in the file twice, first at line ${firstLine}.`)
      return
    }
    project.lines.set(issue.number, line)
    project.rankedIssues.push({ number: issue.number, ranks: issue.ranks })
    this.entries++
    this.issues++
    this.comments += issue.comments.length
    this.links += issue.links.length
    this.worklogs += issue.worklogs.length
    this.parents.add(issue)
    project.componentsAndVersions.add(issue)
    for (const sprint of issue.sprints) project.sprints.set(sprint.id, sprint)
    this.historyEntries += issue.histories.length
    if (issue.restricted) this.restricted.issues++
    this.restricted.comments += issue.comments.filter((each) => each.restricted).length
    this.addNames(issue, project)
    this.people.add(issue)
    this.estimates.add(issue)
    for (const [what, many] of Object.entries(issue.unsupported)) this.addUnsupported(what, many)
  }

  private projectOf(issue: SourceIssue): ProjectStats {
    const known = this.projects.get(issue.projectKey)
    if (known) return known
    const project = {
      name: issue.projectName,
      lines: new Map(),
      statuses: new Map<string, number>(),
      rankedIssues: [],
      sprints: new Map(),
      componentsAndVersions: new ComponentAndVersionStats(),
    }
    this.projects.set(issue.projectKey, project)
    return project
  }

  private addNames(issue: SourceIssue, project: ProjectStats): void {
    const { status, type, priority } = issue
    this.status.add(status)
    this.type.add(type)
    project.statuses.set(status.name, (project.statuses.get(status.name) ?? 0) + 1)
    const known = this.statuses.get(status.name)
    const id = Number(status.id ?? 0)
    this.statuses.set(status.name, {
      category: known?.category ?? status.category,
      issues: (known?.issues ?? 0) + 1,
      mentions: 0,
      id: known?.id ?? id,
    })
    const counted = this.types.get(type.name)
    this.types.set(type.name, { subtask: type.subtask, issues: (counted?.issues ?? 0) + 1 })
    if (priority) {
      this.priority.add(priority)
      this.priorities.set(priority.name, (this.priorities.get(priority.name) ?? 0) + 1)
    }
    for (const change of issue.histories.flatMap((each) => each.changes)) {
      if (change.field === 'status') {
        this.addPastStatus(change.from, change.fromText, project)
        this.addPastStatus(change.to, change.toText, project)
      }
      if (change.field === 'issuetype') this.addPastName(this.types, change.fromText, change.toText)
      if (change.field === 'priority')
        this.addPastName(this.priorities, change.fromText, change.toText)
    }
  }

  private addPastStatus(id: string | null, text: string | null, project: ProjectStats): void {
    const key = JSON.stringify([id, text])
    const known = this.pastStatuses.get(key) ?? {
      id,
      text,
      count: 0,
      projects: new Set<ProjectStats>(),
    }
    known.count++
    known.projects.add(project)
    this.pastStatuses.set(key, known)
  }

  private addPastName(into: Map<string, unknown>, ...texts: (string | null)[]): void {
    for (const text of texts) {
      const name = text?.trim()
      if (!name || into.has(name)) continue
      if (into === this.types) this.types.set(name, { subtask: false, issues: 0 })
      else this.priorities.set(name, 0)
    }
  }

  private addUnsupported(what: string, many: number): void {
    this.unsupported[what] = (this.unsupported[what] ?? 0) + many
  }

  /** Returns the result after the last issue. */
  toScanResult(): ScanResult {
    for (const { id, text, count, projects } of this.pastStatuses.values()) {
      const name = this.status.nameOf(id, text)
      if (!name) continue
      for (const project of projects) project.statuses.set(name, project.statuses.get(name) ?? 0)
      const none = { category: null, issues: 0, mentions: 0, id: Number(id ?? 0) }
      const known = this.statuses.get(name) ?? none
      this.statuses.set(name, { ...known, mentions: known.mentions + count })
    }
    const { entries, issues, comments, links, historyEntries, problemCount, problems } = this
    const { worklogs } = this
    return {
      worklogs,
      parents: this.parents.referencedParents(),
      entries,
      issues,
      comments,
      links,
      historyEntries,
      problemCount,
      problems,
      projects: [...this.projects].map(([key, project]) => toScannedProject(key, project)),
      statuses: this.orderedStatuses(),
      types: byIssues([...this.types].map(([name, each]) => ({ name, ...each }))),
      priorities: byIssues([...this.priorities].map(([name, count]) => ({ name, issues: count }))),
      people: this.people.all(),
      estimateFields: this.estimates.candidates(),
      estimateField: this.estimates.bestField(),
      restricted: this.restricted,
      unsupported: this.unsupported,
      names: {
        status: this.status.toJSON(),
        type: this.type.toJSON(),
        priority: this.priority.toJSON(),
      },
    }
  }

  /**
   * Returns statuses in board order: by category, then by Jira's id, which usually follows the
   * workflow.
   */
  private orderedStatuses(): ScannedStatus[] {
    const rank: Record<Category, number> = { todo: 0, in_progress: 1, done: 2 }
    return [...this.statuses]
      .map(([name, each]) => ({ ...each, name, category: guessCategory(each.category, name) }))
      .sort((a, b) => rank[a.category] - rank[b.category] || a.id - b.id)
      .map(({ name, category, issues, mentions }) => ({ name, category, issues, mentions }))
  }
}

function byIssues<T extends { issues: number }>(list: T[]): T[] {
  return list.sort((a, b) => b.issues - a.issues)
}

function toScannedProject(key: string, project: ProjectStats): ScannedProject {
  const number = [...project.lines.keys()].reduce((most, each) => Math.max(most, each), 0)
  return {
    key,
    name: project.name,
    issues: project.lines.size,
    highest: { number, line: project.lines.get(number) ?? 0 },
    statuses: Object.fromEntries(project.statuses),
    ...project.componentsAndVersions.all(),
    sprints: [...project.sprints.values()].sort((a, b) =>
      startDateOf(a) < startDateOf(b) ? -1 : 1,
    ),
    numbersByRank: numbersByRank(project),
  }
}

/** Planned sprints without a date come last. */
const startDateOf = (sprint: SourceSprint) => sprint.startDate ?? '9999'

/** Sorts by the rank field that most issues have. Issues without one follow, by number. */
function numbersByRank({ rankedIssues }: ProjectStats): number[] {
  const counts = new Map<string, number>()
  for (const { ranks } of rankedIssues) {
    for (const field of Object.keys(ranks)) counts.set(field, (counts.get(field) ?? 0) + 1)
  }
  const [field = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  const rankOf = ({ ranks }: ProjectStats['rankedIssues'][number]) => ranks[field] ?? '~'
  return rankedIssues
    .sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : rankOf(a) > rankOf(b) ? 1 : a.number - b.number))
    .map((each) => each.number)
}
