import { UnsupportedFields } from '../controls/UnsupportedFields'
import type { ImportPreviewForm } from '../ImportPreviewForm'
import { pluralize } from '../labels/importLabels'

/** The file in numbers, its errors, and its unsupported data. */
export function FileSummary({ preview }: { preview: ImportPreviewForm }) {
  const { findings } = preview
  const { problems, problemCount } = findings
  const sprintCount = findings.projects.reduce((sum, each) => sum + each.sprints.length, 0)
  return (
    <section aria-labelledby="findings" className="flex flex-col gap-3">
      <h2 id="findings" className="text-body font-semibold">
        In this file
      </h2>
      <p className="tabular-nums">
        {pluralize(findings.issues, 'issue')}, {pluralize(findings.comments, 'comment')},{' '}
        {pluralize(findings.links, 'link')}, {pluralize(findings.worklogs, 'worklog')},{' '}
        {pluralize(sprintCount, 'sprint')},{' '}
        {pluralize(findings.historyEntries, 'history entry', 'history entries')}
      </p>
      {problemCount > 0 ? (
        <details open={findings.issues === 0} className="rounded-card bg-danger-soft px-3 py-2">
          <summary className="cursor-pointer font-medium text-danger-ink">
            {pluralize(problemCount, 'entry', 'entries')} broken
          </summary>
          <ul className="mt-2 max-h-60 overflow-y-auto text-danger-ink">
            {problems.map((each) => (
              <li key={`${each.line} ${each.message}`} className="py-0.5 wrap-anywhere">
                <span className="tabular-nums">Line {each.line}:</span> {each.message}
              </li>
            ))}
            {problemCount > problems.length ? (
              <li className="py-0.5">
                and {pluralize(problemCount - problems.length, 'more', 'more')}
              </li>
            ) : null}
          </ul>
        </details>
      ) : null}
      <UnsupportedFields counts={findings.unsupported} />
    </section>
  )
}
