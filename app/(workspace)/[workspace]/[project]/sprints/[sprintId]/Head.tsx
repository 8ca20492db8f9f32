import type { SprintMark } from '@/domain/sprint/journal'
import type { SprintReport } from '@/domain/sprint/report'
import type { Sprint } from '@/domain/sprint/sprint'
import type { ReportedSprint } from '@/server/queries/sprintReport'
import { dayText, momentText } from './words'

type Props = { found: ReportedSprint; project: string }

/** What the sprint is for, when it is, and how far. */
export function Head({ found, project }: Props) {
  const { sprint, report, people } = found
  const name = (id: string) => people.find((person) => person.id === id)?.name ?? 'somebody'
  return (
    <header className="mb-5 print:mb-3">
      {/* The bar with the page's heading is not printed. */}
      <p className="mb-1 hidden text-title font-semibold print:block">
        {sprint.name} <span className="font-normal text-muted">· {project}</span>
      </p>
      {sprint.goal ? (
        <p className="mb-1 max-w-prose text-read whitespace-pre-line">{sprint.goal}</p>
      ) : null}
      <p className="text-muted">
        {planned(sprint)}
        {report ? <> · {came(report, name)}</> : null}
      </p>
    </header>
  )
}

function planned({ startDate, endDate, state }: Sprint) {
  const dates =
    startDate && endDate ? `${dayText(startDate)} to ${dayText(endDate)}` : 'No dates yet'
  return state === 'planned' ? `${dates} · planned` : dates
}

/** Who ran a sprint elsewhere nobody says; whoever brought it here did not. */
function by({ actor, imported }: SprintMark, name: (id: string) => string) {
  return imported ? '' : `by ${name(actor)} `
}

function came({ started, completed }: SprintReport, name: (id: string) => string) {
  return (
    <>
      started {by(started, name)}on <time dateTime={started.at}>{momentText(started.at)}</time>
      {completed ? (
        <>
          , completed {by(completed, name)}on{' '}
          <time dateTime={completed.at}>{momentText(completed.at)}</time>
        </>
      ) : (
        ', running'
      )}
    </>
  )
}
