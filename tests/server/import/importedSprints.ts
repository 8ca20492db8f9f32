import type { Id } from '@/domain/kernel/primitives'
import type { SprintReport } from '@/domain/sprint/report'
import type { Sprint } from '@/domain/sprint/sprint'
import { loadSprintReport } from '@/server/queries/sprintReport'
import type { TestPerson } from '@/tests/support/people'
import type { startProjection } from '@/tests/support/runningProjection'
import { storedProject } from '@/tests/support/storedProject'
import { importedTasks, projectIdOf } from './importJira'

/** The sprints of an imported project and their reports. */
export interface ImportedSprints {
  id: Id
  sprints: Map<string, Sprint>
  taskKeys: Map<Id, string>
  report: (name: string) => Promise<SprintReport | null>
}

/** Returns the sprints of an imported project after its reports have caught up. */
export async function importedSprints(
  projection: ReturnType<typeof startProjection>,
  me: TestPerson,
  key: string,
): Promise<ImportedSprints> {
  const id = await projectIdOf(me, key)
  await projection.waitUntilCaughtUp(id)
  const { project } = await storedProject(id)
  const sprints = new Map(project?.sprints.map((each) => [each.name, each]))
  const taskKeys = new Map(
    [...(await importedTasks(me, key))].map(([n, task]) => [task.id, `${key}-${n}`]),
  )
  const scope = { ...me.scope, projectId: id, projectKey: key } as never
  const report = async (name: string) =>
    (await loadSprintReport(scope, sprints.get(name)?.id ?? ''))?.report ?? null
  return { id, sprints, taskKeys, report }
}

/** Reduces a report to the keys of its tasks. */
export function toTaskKeys({ taskKeys }: ImportedSprints, report: SprintReport | null) {
  const names = (tasks: { taskId: Id }[] = []) => tasks.map((t) => taskKeys.get(t.taskId)).sort()
  const changes = (kind: string) => names(report?.scopeChanges.filter((each) => each.kind === kind))
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
