import type { Id } from '@/domain/kernel/primitives'
import type { SprintReport } from '@/domain/sprint/report'
import type { SprintReportData } from '@/server/queries/sprintReport'
import { BurndownChart } from './burndown/BurndownChart'
import { BurndownTable } from './burndown/BurndownTable'
import { formatDateTime } from './format/reportFormat'
import { type ReportNames, ReportTaskTable } from './tables/ReportTaskTable'
import { ScopeChangeTable } from './tables/ScopeChangeTable'
import { ReportTotals } from './totals/ReportTotals'

/** The project that a report's links point to. */
export interface ReportLinkContext {
  slug: string
  projectKey: string
}

type Props = { reported: SprintReportData; report: SprintReport; links: ReportLinkContext }

/** The numbers of a sprint, its burndown, and the tasks behind each number. */
export function ReportBody({ reported, report, links }: Props) {
  const names = reportNames(reported, links)
  const { committed, done, notDone, carriedIn, carriedOut, scopeChanges, burndown } = report
  const changesOfKind = (kind: (typeof scopeChanges)[number]['kind']) =>
    scopeChanges.filter((each) => each.kind === kind)
  const completedById = new Map(done.map((task) => [task.taskId, task]))
  return (
    <>
      <ReportTotals report={report} />
      <section aria-labelledby="burndown" className="mt-6 print:mt-3">
        <h2 id="burndown" className="mb-2 font-semibold">
          Burndown
        </h2>
        <BurndownChart burndown={burndown} endDate={reported.sprint.endDate} />
        <BurndownTable burndown={burndown} />
      </section>
      <div className="mt-2 gap-8 print:mt-0 lg:columns-2 print:columns-2">
        <ReportTaskTable
          title="Completed"
          tasks={done}
          names={names}
          noteOf={({ taskId }) => {
            const by = completedById.get(taskId)
            return by ? `${names.personName(by.actor)}, ${formatDateTime(by.at)}` : null
          }}
        />
        <ReportTaskTable title="Not completed" tasks={notDone} names={names} />
        <ScopeChangeTable title="Added" changes={changesOfKind('added')} names={names} />
        <ScopeChangeTable title="Removed" changes={changesOfKind('removed')} names={names} />
        <ScopeChangeTable
          title="Re-estimated"
          changes={changesOfKind('re-estimated')}
          names={names}
        />
        <ReportTaskTable
          title="Carried in"
          tasks={carriedIn}
          names={names}
          noteOf={({ otherSprintId }) => `from ${names.sprintName(otherSprintId)}`}
        />
        <ReportTaskTable
          title="Carried out"
          tasks={carriedOut}
          names={names}
          noteOf={({ otherSprintId }) => `to ${names.sprintName(otherSprintId)}`}
        />
        <ReportTaskTable title="Committed" tasks={committed} names={names} />
      </div>
      <p className="mt-6 text-xs text-muted print:mt-2">Days and times are in UTC.</p>
    </>
  )
}

function reportNames(
  { tasks, people, sprints }: SprintReportData,
  links: ReportLinkContext,
): ReportNames {
  const byId = <T extends { id: Id }>(all: T[]) => new Map(all.map((each) => [each.id, each]))
  const [task, person, sprint] = [byId(tasks), byId(people), byId(sprints)]
  return {
    ...links,
    taskOf: (id) => task.get(id),
    personName: (id) => person.get(id)?.name ?? 'Somebody',
    sprintName: (id) => (id === null ? 'the backlog' : (sprint.get(id)?.name ?? 'another sprint')),
  }
}
