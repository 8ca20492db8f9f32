import type { SprintReport } from '@/domain/sprint/report'
import type { Id } from '@/domain/words'
import type { ReportedSprint } from '@/server/queries/sprintReport'
import { BurndownFigure } from './BurndownFigure'
import { BurndownTable } from './BurndownTable'
import { Figures } from './Figures'
import { ScopeTable } from './ScopeTable'
import { type Names, TaskTable } from './TaskTable'
import { momentText } from './words'

/** Where a report's links lead to. */
export interface ReportPlace {
  slug: string
  projectKey: string
}

type Props = { found: ReportedSprint; report: SprintReport; place: ReportPlace }

/** The numbers of a sprint, its burndown, and the tasks behind every number. */
export function Report({ found, report, place }: Props) {
  const names = namesOf(found, place)
  const { committed, done, notDone, carriedIn, carriedOut, scope, burndown } = report
  const of = (kind: (typeof scope)[number]['kind']) => scope.filter((each) => each.kind === kind)
  const doneAt = new Map(done.map((task) => [task.taskId, task]))
  return (
    <>
      <Figures report={report} />
      <section aria-labelledby="burndown" className="mt-6 print:mt-3">
        <h2 id="burndown" className="mb-2 font-semibold">
          Burndown
        </h2>
        <BurndownFigure burndown={burndown} endDate={found.sprint.endDate} />
        <BurndownTable burndown={burndown} />
      </section>
      <div className="mt-2 gap-8 print:mt-0 lg:columns-2 print:columns-2">
        <TaskTable
          title="Completed"
          tasks={done}
          names={names}
          says={({ taskId }) => {
            const by = doneAt.get(taskId)
            return by ? `${names.person(by.actor)}, ${momentText(by.at)}` : null
          }}
        />
        <TaskTable title="Not completed" tasks={notDone} names={names} />
        <ScopeTable title="Added" changes={of('added')} names={names} />
        <ScopeTable title="Removed" changes={of('removed')} names={names} />
        <ScopeTable title="Re-estimated" changes={of('re-estimated')} names={names} />
        <TaskTable
          title="Carried in"
          tasks={carriedIn}
          names={names}
          says={({ other }) => `from ${names.sprint(other)}`}
        />
        <TaskTable
          title="Carried out"
          tasks={carriedOut}
          names={names}
          says={({ other }) => `to ${names.sprint(other)}`}
        />
        <TaskTable title="Committed" tasks={committed} names={names} />
      </div>
      <p className="mt-6 text-tiny text-muted print:mt-2">Days and times are in UTC.</p>
    </>
  )
}

function namesOf({ tasks, people, sprints }: ReportedSprint, place: ReportPlace): Names {
  const byId = <T extends { id: Id }>(all: T[]) => new Map(all.map((each) => [each.id, each]))
  const [task, person, sprint] = [byId(tasks), byId(people), byId(sprints)]
  return {
    ...place,
    task: (id) => task.get(id),
    person: (id) => person.get(id)?.name ?? 'Somebody',
    sprint: (id) => (id === null ? 'the backlog' : (sprint.get(id)?.name ?? 'another sprint')),
  }
}
