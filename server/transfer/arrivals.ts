import { derivedId } from '@/domain/derivedId'
import type { Status } from '@/domain/project/project'
import type { ImportedComment, ReceivedTask } from '@/domain/task/commands'
import type { Task } from '@/domain/task/task'
import type { Id, StatusId } from '@/domain/words'
import type { WorkspaceScope } from '../access/scope'
import { type Row, toComment, toStatus, toTask } from '../log/rows'
import type { Reader } from '../queries/snapshot'

/** A task that has left, and what it is to become. */
export interface Sent {
  from: Id
  to: Id
}

/** What the other project is to receive, read from rows that nobody can change any more. */
export async function arrivalsOf(
  sql: Reader,
  { workspaceId }: WorkspaceScope,
  { projectId, to, sent, commandId }: { projectId: Id; to: Id; sent: Sent[]; commandId: Id },
): Promise<ReceivedTask[]> {
  const ids = sent.map((each) => each.from)
  const [projects, rows, comments, statuses] = await Promise.all([
    sql<Row[]>`select key from project where id = ${projectId} and workspace_id = ${workspaceId}`,
    sql<Row[]>`select * from task where project_id = ${projectId} and id = any(${ids})`,
    sql<Row[]>`select * from comment
      where project_id = ${projectId} and task_id = any(${ids}) and deleted_at is null
      order by created_at, id`,
    sql<Row[]>`select * from status where project_id in (${projectId}, ${to}) order by rank`,
  ])
  const tasks = new Map(rows.map(toTask).map((task) => [task.id, task]))
  const of = (id: Id) => statuses.filter((row) => row.project_id === id).map(toStatus)
  const statusFor = mapped(of(projectId), of(to))
  const become = new Map(sent.map((each) => [each.from, each.to]))
  return sent.flatMap(({ from, to: taskId }): ReceivedTask[] => {
    const task = tasks.get(from)
    if (!task) return []
    const parentId = become.get(task.parentId ?? '') ?? null
    return [
      {
        taskId,
        from: `${projects[0]?.key}-${task.number}`,
        reporter: task.reporter,
        createdAt: task.createdAt,
        seed: { ...kept(task), statusId: statusFor(task.statusId), parentId },
        comments: comments
          .filter((row) => row.task_id === from)
          .map((row): ImportedComment => {
            const { id, author, body, createdAt: at } = toComment(row)
            return { id: derivedId(commandId, id), author, body, at }
          }),
      },
    ]
  })
}

/** What goes along; the sprint, components and versions are the old project's own. */
function kept(task: Task) {
  const { type, title, description, priority, assignees, labels, links, estimate, dueDate } = task
  const { resolution, originalEstimate, remainingEstimate } = task
  const work = { resolution, originalEstimate, remainingEstimate }
  return {
    type,
    title,
    description,
    priority,
    assignees,
    labels,
    links,
    estimate,
    dueDate,
    ...work,
  }
}

/** The status of the same name, else the first of the same category, else the first of all. */
function mapped(from: Status[], to: Status[]): (id: StatusId) => StatusId {
  const live = to.filter((status) => !status.removedAt)
  const plain = (name: string) => name.trim().toLowerCase()
  return (id) => {
    const old = from.find((status) => status.id === id)
    const same = live.find((status) => plain(status.name) === plain(old?.name ?? ''))
    const like = live.find((status) => status.category === old?.category)
    return (same ?? like ?? live[0])?.id ?? ''
  }
}
