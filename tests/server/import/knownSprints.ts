import type { SprintReport } from '@/domain/sprint/report'
import type { Sprint } from '@/domain/sprint/sprint'
import type { Id } from '@/domain/words'
import { sprintReport } from '@/server/queries/sprintReport'
import type { TestPerson } from '@/tests/support/people'
import type { following } from '@/tests/support/readModel'
import { storedProject } from '@/tests/support/stored'
import { projectId, tasksOf } from './support'

/** The sprints of an imported project, and their reports once they are made. */
export interface Known {
  id: Id
  sprints: Map<string, Sprint>
  keys: Map<Id, string>
  report: (name: string) => Promise<SprintReport | null>
}

/** What is known here of an imported project, once its reports have caught up. */
export async function knownOf(
  live: ReturnType<typeof following>,
  me: TestPerson,
  key: string,
): Promise<Known> {
  const id = await projectId(me, key)
  await live.caughtUp(id)
  const { project } = await storedProject(id)
  const sprints = new Map(project?.sprints.map((each) => [each.name, each]))
  const keys = new Map([...(await tasksOf(me, key))].map(([n, task]) => [task.id, `${key}-${n}`]))
  const scope = { ...me.scope, projectId: id, projectKey: key } as never
  const report = async (name: string) =>
    (await sprintReport(scope, sprints.get(name)?.id ?? ''))?.report ?? null
  return { id, sprints, keys, report }
}

/** A report with the keys of its tasks alone. */
export function plain({ keys }: Known, report: SprintReport | null) {
  const names = (tasks: { taskId: Id }[] = []) => tasks.map((t) => keys.get(t.taskId)).sort()
  const changes = (kind: string) => names(report?.scope.filter((each) => each.kind === kind))
  return {
    started: report?.started.at,
    completed: report?.completed?.at,
    committed: names(report?.committed),
    added: changes('added'),
    removed: changes('removed'),
    reestimated: changes('re-estimated'),
    done: names(report?.done),
    notDone: names(report?.notDone),
    carriedIn: names(report?.carriedIn),
    carriedOut: names(report?.carriedOut),
  }
}
