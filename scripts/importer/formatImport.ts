import type { ScanResult } from '@/server/import/jira/scanResult'
import type { Mapping } from '@/server/import/mapping'
import type { ImportTotals } from '@/server/import/report'

const formatCount = (many: number) => many.toLocaleString('en')
const CATEGORY_LABELS = { todo: 'to do', in_progress: 'in progress', done: 'done' }

/** Returns the contents of a file and their mapping as lines of text. */
export function formatPreview(scan: ScanResult, mapping: Mapping): string {
  const statuses = scan.statuses.map(({ name, issues }) => {
    const to = mapping.statuses[name]
    const where = to?.column ? '' : ', only in the history'
    return [
      name,
      formatCount(issues),
      `${to?.name} (${to ? CATEGORY_LABELS[to.category] : ''}${where})`,
    ]
  })
  const people = scan.people.slice(0, 10).map((each) => {
    const many = each.reported + each.assigned + each.comments + each.changes
    const to = mapping.people[each.id] ? 'existing member' : 'placeholder'
    return [each.name, formatCount(many), to]
  })
  const more = scan.people.length - people.length
  const problems = scan.problems
    .slice(0, 10)
    .map(({ line, message }) => `  line ${line}: ${message}`)
  return [
    `${formatCount(scan.issues)} issues, ${formatCount(scan.comments)} comments, ${formatCount(scan.links)} links, ${formatCount(scan.worklogs)} worklogs, ${formatCount(scan.historyEntries)} history entries`,
    formatSection(
      'Projects',
      scan.projects.map((each) => {
        const to = mapping.projects[each.key]
        return [
          each.key,
          formatCount(each.issues),
          to?.included ? `${to.key} ${to.name}` : 'excluded',
        ]
      }),
    ),
    formatSection('Statuses', statuses),
    formatSection(
      'Types',
      scan.types.map((each) => [
        each.name,
        formatCount(each.issues),
        mapping.types[each.name] ?? '',
      ]),
    ),
    formatSection(
      'Priorities',
      scan.priorities.map((each) => [
        each.name,
        formatCount(each.issues),
        String(mapping.priorities[each.name] ?? 0),
      ]),
    ),
    formatSection(`People${more > 0 ? ` (and ${formatCount(more)} more)` : ''}`, people),
    `Estimate: ${mapping.estimateField ?? 'none'}`,
    `Unsupported: ${formatCounts(scan.unsupported)}`,
    scan.problemCount > 0
      ? `${formatCount(scan.problemCount)} problems:\n${problems.join('\n')}`
      : 'No problems.',
  ].join('\n\n')
}

/** Returns the totals of a run as lines of text. */
export function formatTotals({ outcomes, ...totals }: ImportTotals): string {
  return [
    `${formatCount(outcomes.created)} created, ${formatCount(outcomes.updated)} updated, ${formatCount(outcomes.unchanged)} unchanged, ${formatCount(outcomes.skipped)} skipped, ${formatCount(outcomes.failed)} failed`,
    `${formatCount(totals.comments)} comments, ${formatCount(totals.worklogs)} worklogs, ${formatCount(totals.sprints)} sprints, ${formatCount(totals.steps)} history events, ${formatCount(totals.placeholders)} placeholders`,
    `Projects: ${totals.projects.map((each) => each.key).join(', ') || 'none'}`,
    `Unsupported: ${formatCounts(totals.unsupported)}`,
    ...(totals.notes ?? []),
  ].join('\n')
}

function formatSection(title: string, rows: string[][]): string {
  const width = (column: number) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0))
  const [first, second] = [width(0), width(1)]
  const lines = rows.map(
    ([name = '', many = '', to = '']) =>
      `  ${name.padEnd(first)}  ${many.padStart(second)}  → ${to}`,
  )
  return [title, ...lines].join('\n')
}

function formatCounts(unsupported: Record<string, number>): string {
  const all = Object.entries(unsupported).map(([what, many]) => `${what} ${formatCount(many)}`)
  return all.join(', ') || 'none'
}
