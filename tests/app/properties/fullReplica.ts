import type { PredictionDependencies } from '@/app/_replica/store/pendingCommand'
import { ReplicaReadSource } from '@/app/_replica/store/replicaReadSource'
import type { ReplicaState } from '@/app/_replica/store/replicaState'
import { decideIn } from '@/domain/decide'
import type { Decision, Sender } from '@/domain/decision'
import type { StoredEvent } from '@/domain/events'
import type { Id } from '@/domain/kernel/primitives'
import type { ProjectState } from '@/domain/replayEvent'
import { columnOf } from '@/tests/domain/support/rankRanges'
import type { TestLog } from '@/tests/domain/support/testLog'

/** Returns a replica that has loaded a whole project, as one person sees it. */
export function fullReplica(state: ProjectState, me: Id): ReplicaState {
  const { project, tasks, comments, worklogs, conflicts, seq } = state
  if (!project) throw new Error('There is no project yet.')
  const columns = project.statuses.map(({ id }) => {
    const ids = columnOf(state, id).map((task) => task.id)
    return [id, { ids, until: null, complete: true, count: ids.length }] as const
  })
  return {
    seq,
    project,
    cards: new Map(tasks),
    columns: new Map(columns),
    filtered: null,
    swimlanes: null,
    backlog: null,
    conflicts: [...conflicts.values()].filter((each) => each.personId === me && !each.resolved),
    comments: byTask(comments.values()),
    worklogs: byTask(worklogs.values()),
  }
}

function byTask<T extends { taskId: Id }>(all: Iterable<T>): Map<Id, T[]> {
  const grouped = new Map<Id, T[]>()
  for (const each of all) grouped.set(each.taskId, [...(grouped.get(each.taskId) ?? []), each])
  return grouped
}

/** The browser's state before the result of a command. */
interface Before {
  board: ReplicaState
  events: readonly StoredEvent[]
}

/** Returns the browser's state before a person's next command. */
export const knownBefore = (log: TestLog, me: Id): Before => ({
  board: fullReplica(log.projectState, me),
  events: [...log.events],
})

/** Returns the prediction of a full replica for a command that was sent. */
export function predictSent(
  { board, events }: Before,
  log: TestLog,
  commandId: Id,
  sender: Sender,
): Decision {
  const command = log.commands.get(commandId)
  if (!command) throw new Error('That command was not sent.')
  const dependencies: PredictionDependencies = {
    me: { ...sender.actor, name: sender.actor.id },
    workspaceId: sender.workspaceId,
    concurrentEvents: (taskId, after) =>
      events.filter((e) => e.taskId === taskId && e.version !== null && e.version > after),
    eventsOfCommand: (id) => events.filter((event) => event.commandId === id),
    predictedEvents: new Map(),
  }
  return decideIn(command, new ReplicaReadSource(board, dependencies), sender)
}
