import type { Scan } from '@/server/import/jira/scanned'
import type { Mapping } from '@/server/import/mapping'
import type { Totals } from '@/server/import/report'

const count = (many: number) => many.toLocaleString('en')
const CATEGORY = { todo: 'to do', in_progress: 'in progress', done: 'done' }

/** What is in a file and what would become of it, as lines of text. */
export function previewText(scan: Scan, mapping: Mapping): string {
  const statuses = scan.statuses.map(({ name, issues }) => {
    const to = mapping.statuses[name]
    const where = to?.column ? '' : ', only in the history'
    return [name, count(issues), `${to?.name} (${to ? CATEGORY[to.category] : ''}${where})`]
  })
  const people = scan.people.slice(0, 10).map((each) => {
    const many = each.reported + each.assigned + each.comments + each.changes
    const to = mapping.people[each.id] ? 'somebody here' : 'placeholder'
    return [each.name, count(many), to]
  })
  const more = scan.people.length - people.length
  const problems = scan.problems
    .slice(0, 10)
    .map(({ line, message }) => `  line ${line}: ${message}`)
  return [
    `${count(scan.issues)} issues, ${count(scan.comments)} comments, ${count(scan.links)} links, ${count(scan.worklogs)} worklogs, ${count(scan.historyEntries)} history entries`,
    section(
      'Projects',
      scan.projects.map((each) => {
        const to = mapping.projects[each.key]
        return [each.key, count(each.issues), to?.take ? `${to.key} ${to.name}` : 'left out']
      }),
    ),
    section('Statuses', statuses),
    section(
      'Types',
      scan.types.map((each) => [each.name, count(each.issues), mapping.types[each.name] ?? '']),
    ),
    section(
      'Priorities',
      scan.priorities.map((each) => [
        each.name,
        count(each.issues),
        String(mapping.priorities[each.name] ?? 0),
      ]),
    ),
    section(`People${more > 0 ? ` (and ${count(more)} more)` : ''}`, people),
    `Estimate: ${mapping.estimateField ?? 'none'}`,
    `Not taken yet: ${listed(scan.untaken)}`,
    scan.problemCount > 0
      ? `${count(scan.problemCount)} broken:\n${problems.join('\n')}`
      : 'Nothing is broken.',
  ].join('\n\n')
}

/** A run in numbers, as lines of text. */
export function totalsText({ outcomes, ...totals }: Totals): string {
  return [
    `${count(outcomes.created)} created, ${count(outcomes.updated)} updated, ${count(outcomes.unchanged)} unchanged, ${count(outcomes['left-out'])} left out, ${count(outcomes.failed)} failed`,
    `${count(totals.comments)} comments, ${count(totals.worklogs)} worklogs, ${count(totals.sprints)} sprints, ${count(totals.steps)} steps of history, ${count(totals.people)} placeholders`,
    `Projects: ${totals.projects.map((each) => each.key).join(', ') || 'none'}`,
    `Not taken yet: ${listed(totals.untaken)}`,
    ...(totals.notes ?? []),
  ].join('\n')
}

function section(title: string, rows: string[][]): string {
  const width = (column: number) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0))
  const [first, second] = [width(0), width(1)]
  const lines = rows.map(
    ([name = '', many = '', to = '']) =>
      `  ${name.padEnd(first)}  ${many.padStart(second)}  → ${to}`,
  )
  return [title, ...lines].join('\n')
}

function listed(untaken: Record<string, number>): string {
  const all = Object.entries(untaken).map(([what, many]) => `${what} ${count(many)}`)
  return all.join(', ') || 'nothing stays behind'
}
