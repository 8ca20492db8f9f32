import type { Category } from '@/domain/words'
import { CatalogTally } from './catalog'
import { EstimateFinder } from './estimate'
import { guessCategory } from './guess'
import { Names } from './names'
import { ParentTally } from './parents'
import { PeopleTally } from './people'
import type { Problem, Scan, ScannedProject, ScannedStatus } from './scanned'
import type { SourceIssue } from './source'
import type { SourceSprint } from './sprints'

const PROBLEMS_SHOWN = 200

interface Home {
  name: string
  lines: Map<number, number>
  statuses: Map<string, number>
  ranked: { number: number; ranks: Record<string, string> }[]
  sprints: Map<string, SourceSprint>
  catalog: CatalogTally
}

/** Counts what a file holds, one issue after another. */
export class Tally {
  entries = 0
  issues = 0
  private comments = 0
  private links = 0
  private worklogs = 0
  private readonly parents = new ParentTally()
  private historyEntries = 0
  private problemCount = 0
  private readonly problems: Problem[] = []
  private readonly homes = new Map<string, Home>()
  private readonly status = new Names()
  private readonly type = new Names()
  private readonly priority = new Names()
  private readonly statuses = new Map<
    string,
    { category: string | null; issues: number; mentions: number; id: number }
  >()
  private readonly types = new Map<string, { subtask: boolean; issues: number }>()
  private readonly priorities = new Map<string, number>()
  /** Statuses of histories by id and name, with the projects that they occurred in. */
  private readonly past = new Map<
    string,
    { id: string | null; text: string | null; count: number; homes: Set<Home> }
  >()
  private readonly people = new PeopleTally()
  private readonly estimates = new EstimateFinder()
  private readonly restricted = { issues: 0, comments: 0 }
  private readonly untaken: Record<string, number> = {}

  fail(line: number, message: string): void {
    this.entries++
    this.problemCount++
    if (this.problems.length < PROBLEMS_SHOWN) this.problems.push({ line, message })
  }

  take(line: number, issue: SourceIssue): void {
    const home = this.home(issue)
    const before = home.lines.get(issue.number)
    if (before !== undefined) {
      this.fail(line, `${issue.key} is in the file twice, first at line ${before}.`)
      return
    }
    home.lines.set(issue.number, line)
    home.ranked.push({ number: issue.number, ranks: issue.ranks })
    this.entries++
    this.issues++
    this.comments += issue.comments.length
    this.links += issue.links.length
    this.worklogs += issue.worklogs.length
    this.parents.see(issue)
    home.catalog.see(issue)
    for (const sprint of issue.sprints) home.sprints.set(sprint.id, sprint)
    this.historyEntries += issue.histories.length
    if (issue.restricted) this.restricted.issues++
    this.restricted.comments += issue.comments.filter((each) => each.restricted).length
    this.words(issue, home)
    this.people.see(issue)
    this.estimates.see(issue)
    for (const [what, many] of Object.entries(issue.untaken)) this.leave(what, many)
  }

  private home(issue: SourceIssue): Home {
    const known = this.homes.get(issue.projectKey)
    if (known) return known
    const home = {
      name: issue.projectName,
      lines: new Map(),
      statuses: new Map<string, number>(),
      ranked: [],
      sprints: new Map(),
      catalog: new CatalogTally(),
    }
    this.homes.set(issue.projectKey, home)
    return home
  }

  private words(issue: SourceIssue, home: Home): void {
    const { status, type, priority } = issue
    this.status.see(status)
    this.type.see(type)
    home.statuses.set(status.name, (home.statuses.get(status.name) ?? 0) + 1)
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
      this.priority.see(priority)
      this.priorities.set(priority.name, (this.priorities.get(priority.name) ?? 0) + 1)
    }
    for (const change of issue.histories.flatMap((each) => each.changes)) {
      if (change.field === 'status') {
        this.pastStatus(change.from, change.fromText, home)
        this.pastStatus(change.to, change.toText, home)
      }
      if (change.field === 'issuetype') this.pastWord(this.types, change.fromText, change.toText)
      if (change.field === 'priority')
        this.pastWord(this.priorities, change.fromText, change.toText)
    }
  }

  private pastStatus(id: string | null, text: string | null, home: Home): void {
    const key = JSON.stringify([id, text])
    const known = this.past.get(key) ?? { id, text, count: 0, homes: new Set<Home>() }
    known.count++
    known.homes.add(home)
    this.past.set(key, known)
  }

  private pastWord(into: Map<string, unknown>, ...texts: (string | null)[]): void {
    for (const text of texts) {
      const name = text?.trim()
      if (!name || into.has(name)) continue
      if (into === this.types) this.types.set(name, { subtask: false, issues: 0 })
      else this.priorities.set(name, 0)
    }
  }

  private leave(what: string, many: number): void {
    this.untaken[what] = (this.untaken[what] ?? 0) + many
  }

  /** What the file holds, once all of it was taken. */
  scan(): Scan {
    for (const { id, text, count, homes } of this.past.values()) {
      const name = this.status.of(id, text)
      if (!name) continue
      for (const home of homes) home.statuses.set(name, home.statuses.get(name) ?? 0)
      const none = { category: null, issues: 0, mentions: 0, id: Number(id ?? 0) }
      const known = this.statuses.get(name) ?? none
      this.statuses.set(name, { ...known, mentions: known.mentions + count })
    }
    const { entries, issues, comments, links, historyEntries, problemCount, problems } = this
    const { worklogs } = this
    return {
      worklogs,
      parents: this.parents.named(),
      entries,
      issues,
      comments,
      links,
      historyEntries,
      problemCount,
      problems,
      projects: [...this.homes].map(([key, home]) => project(key, home)),
      statuses: this.orderedStatuses(),
      types: byIssues([...this.types].map(([name, each]) => ({ name, ...each }))),
      priorities: byIssues([...this.priorities].map(([name, count]) => ({ name, issues: count }))),
      people: this.people.all(),
      estimateFields: this.estimates.candidates(),
      estimateField: this.estimates.best(),
      restricted: this.restricted,
      untaken: this.untaken,
      names: {
        status: this.status.toJSON(),
        type: this.type.toJSON(),
        priority: this.priority.toJSON(),
      },
    }
  }

  /** As columns of a board: by category, then as Jira numbers them, which is the usual way of work. */
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

function project(key: string, home: Home): ScannedProject {
  const number = [...home.lines.keys()].reduce((most, each) => Math.max(most, each), 0)
  return {
    key,
    name: home.name,
    issues: home.lines.size,
    highest: { number, line: home.lines.get(number) ?? 0 },
    statuses: Object.fromEntries(home.statuses),
    ...home.catalog.all(),
    sprints: [...home.sprints.values()].sort((a, b) => (begun(a) < begun(b) ? -1 : 1)),
    order: orderOf(home),
  }
}

/** Planned sprints without a date come last. */
const begun = (sprint: SourceSprint) => sprint.startDate ?? '9999'

/** By the rank field that most issues have; those without one follow by number. */
function orderOf({ ranked }: Home): number[] {
  const counts = new Map<string, number>()
  for (const { ranks } of ranked) {
    for (const field of Object.keys(ranks)) counts.set(field, (counts.get(field) ?? 0) + 1)
  }
  const [field = ''] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
  const place = ({ ranks }: Home['ranked'][number]) => ranks[field] ?? '~'
  return ranked
    .sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : a.number - b.number))
    .map((each) => each.number)
}
