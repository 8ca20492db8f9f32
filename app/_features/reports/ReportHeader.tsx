import type { SprintReport } from '@/domain/sprint/report'
import type { Sprint } from '@/domain/sprint/sprint'
import type { LifecycleEvent } from '@/domain/sprint/sprintLog'
import type { SprintReportData } from '@/server/queries/sprintReport'
import { formatDate, formatDateTime } from './format/reportFormat'

type Props = { reported: SprintReportData; project: string }

/** The goal, dates and progress of the sprint. */
export function ReportHeader({ reported, project }: Props) {
  const { sprint, report, people } = reported
  const personName = (id: string) => people.find((person) => person.id === id)?.name ?? 'somebody'
  return (
    <header className="mb-5 print:mb-3">
      {/* Printouts leave out the top bar with the page's heading. */}
      <p className="mb-1 hidden text-title font-semibold print:block">
        {sprint.name} <span className="font-normal text-muted">· {project}</span>
      </p>
      {sprint.goal ? (
        <p className="mb-1 max-w-prose text-body whitespace-pre-line">{sprint.goal}</p>
      ) : null}
      <p className="text-muted">
        {plannedDates(sprint)}
        {report ? <> · {lifecycleText(report, personName)}</> : null}
      </p>
    </header>
  )
}

function plannedDates({ startDate, endDate, state }: Sprint) {
  const dates =
    startDate && endDate ? `${formatDate(startDate)} to ${formatDate(endDate)}` : 'No dates yet'
  return state === 'planned' ? `${dates} · planned` : dates
}

/**
 * Returns who started the sprint. Unknown for imported sprints: the importing person did not start
 * them.
 */
function startedBy({ actor, imported }: LifecycleEvent, personName: (id: string) => string) {
  return imported ? '' : `by ${personName(actor)} `
}

function lifecycleText({ started, completed }: SprintReport, personName: (id: string) => string) {
  return (
    <>
      started {startedBy(started, personName)}on{' '}
      <time dateTime={started.at}>{formatDateTime(started.at)}</time>
      {completed ? (
        <>
          , completed {startedBy(completed, personName)}on{' '}
          <time dateTime={completed.at}>{formatDateTime(completed.at)}</time>
        </>
      ) : (
        ', running'
      )}
    </>
  )
}
