import fc from 'fast-check'
import type { CommandType } from '@/domain/commands'
import { WORKFLOWS } from '@/domain/project/templates'
import type { TaskPatch } from '@/domain/task/commands'
import type { Id, TaskType } from '@/domain/words'
import { anotherWorkflow } from '../../support/anotherWorkflow'
import type { World } from './given'
import type { Wish } from './log'

const KINDS: CommandType[] = [
  'task.create',
  'task.edit',
  'task.edit',
  'task.edit',
  'task.move',
  'task.move',
  'task.move',
  'task.clone',
  'task.transfer',
  'task.receive',
  'task.nest',
  'task.nest',
  'task.archive',
  'task.restore',
  'comment.add',
  'comment.edit',
  'comment.delete',
  'worklog.add',
  'worklog.add',
  'worklog.edit',
  'worklog.delete',
  'project.rename',
  'status.add',
  'status.edit',
  'status.move',
  'status.remove',
  'workflow.change',
  'workflow.change',
  'workflow.change',
  'conflict.resolve',
  'conflict.resolve',
  'task.import',
  'task.plan',
  'task.plan',
  'task.bulk',
  'command.undo',
  'command.undo',
  'sprint.create',
  'sprint.edit',
  'sprint.move',
  'sprint.start',
  'sprint.complete',
  'sprint.reopen',
  'sprint.remove',
  'sprint.capacity',
  'project.sprints',
  'component.add',
  'component.edit',
  'component.remove',
  'version.add',
  'version.edit',
  'version.remove',
]

/** One command to be: who sends what, how many versions behind; `pick` chooses among what is there. */
export interface Step {
  who: Id
  client: string
  kind: CommandType
  behind: number
  pick: [number, number, number]
  patch: TaskPatch
  choice: 'theirs' | 'mine' | 'edited'
}

const entries = fc.subarray(['api', 'ui', 'docs'])
const patch: fc.Arbitrary<TaskPatch> = fc.record(
  {
    set: fc.record(
      {
        title: fc.constantFrom('A', 'B', ' ', 'C '),
        priority: fc.constantFrom(0, 1, 4),
        type: fc.constantFrom<TaskType>('task', 'epic', 'subtask', 'bug'),
        estimate: fc.constantFrom(null, 1, 2),
        originalEstimate: fc.constantFrom(null, 3_600, 7_200),
        remainingEstimate: fc.constantFrom(null, 0, 1_800, 9_000),
        description: fc
          .array(fc.constantFrom('', 'x', 'y'), { maxLength: 5 })
          .map((l) => l.join('\n')),
      },
      { requiredKeys: [] },
    ),
    add: fc.record({
      components: fc.subarray(['c0', 'c1'], { maxLength: 1 }),
      fixVersions: fc.subarray(['v0', 'v1'], { maxLength: 1 }),
      labels: entries,
      assignees: fc.subarray(['ann', 'ben', 'zoe']),
    }),
    remove: fc.record({ labels: entries, assignees: fc.subarray(['ann', 'ben']) }),
  },
  { requiredKeys: [] },
)

/** Any command from any of several windows, most on a stale base. */
export const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom('ann', 'ann', 'ben', 'cleo', 'vic'),
  client: fc.constantFrom('laptop', 'phone'),
  kind: fc.constantFrom(...KINDS),
  behind: fc.nat(4),
  pick: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  patch,
  choice: fc.constantFrom('theirs', 'mine', 'edited'),
})

/** The command that a step comes to, given what there is by then. */
export function wishOf({ kind, behind, pick, patch, choice }: Step, world: World): Wish {
  const [a, b, c] = pick
  const tasks = [...world.folded.tasks.keys()]
  const statuses = world.project.statuses.map((status) => status.id)
  const one = (ids: string[], n: number) => ids[n % ids.length] ?? 'none'
  const taskId = one(tasks, a)
  const statusId = one(statuses, b)
  const place = [{ after: one(tasks, c) }, { before: one(tasks, c) }, { end: 'top' as const }, {}][
    c % 4
  ]
  const about = { taskId, baseVersion: old(world.folded.tasks.get(taskId)?.version, behind) }
  const baseVersion = old(world.project.version, behind)
  const comments = [...world.folded.comments.values()]
  const comment = comments[b % (comments.length + 1)]
  const talk = {
    ...about,
    taskId: comment?.taskId ?? taskId,
    commentId: comment?.id ?? `c${c % 9}`,
  }
  switch (kind) {
    case 'task.create': {
      const it = { taskId: `t${a % 30}`, taskType: 'task', statusId, place: place ?? {} } as const
      return { type: kind, ...it, title: 'A', description: 'x\n\ny' }
    }
    case 'task.edit':
      return { type: kind, ...about, ...patch }
    case 'task.move':
      return { type: kind, ...about, statusId, place: place ?? {}, ...filled(patch, a) }
    case 'workflow.change':
      return { type: kind, baseVersion, ...anotherWorkflow(world.project, pick) }
    case 'task.clone':
      return cloned(world, taskId, statusId, pick)
    case 'task.transfer':
      return { type: kind, ...about, to: ['elsewhere', 'nowhere'][c % 2] ?? '' }
    case 'task.receive':
      return received(a, statusId)
    case 'task.nest':
      return { type: kind, ...about, parentId: [one(tasks, c), one(tasks, c), null][b % 3] ?? null }
    case 'task.archive':
      return { type: kind, ...about }
    case 'task.restore':
      return { type: kind, ...about, ...(c % 2 ? { statusId } : {}), place }
    case 'comment.add':
    case 'comment.edit':
      return { type: kind, ...talk, body: patch.set?.description ?? 'z' }
    case 'comment.delete':
      return { type: kind, ...talk }
    case 'worklog.add':
    case 'worklog.edit':
    case 'worklog.delete':
      return logging(kind, world, pick, behind)
    case 'project.rename':
      return { type: kind, baseVersion, name: `Aloy ${b % 3}` }
    case 'status.add': {
      const [draft] = WORKFLOWS.simple.statuses
      const status = { ...draft, id: `s${a % 4}`, name: 'S', wipLimit: c % 5 } as typeof draft & {}
      return { type: kind, baseVersion, status, before: statusId }
    }
    case 'status.edit':
      return { type: kind, baseVersion, statusId, set: { name: `S${a % 3}`, wipLimit: c % 6 } }
    case 'status.move':
      return { type: kind, baseVersion, statusId, before: c % 3 ? one(statuses, c) : null }
    case 'status.remove':
      return { type: kind, baseVersion, statusId, moveTo: one(statuses, c) }
    case 'conflict.resolve':
      return resolution(world, pick, choice, behind)
    case 'command.undo': {
      const sent = [...new Set(world.events.slice(-30).map((event) => event.commandId))]
      return { type: kind, undoes: one(sent, a), rest: b % 2 === 0 }
    }
    case 'task.bulk':
      return many(world, pick, { patch, behind, taskId, statusId })
    case 'task.plan': {
      const several = tasks.slice(0, 1 + (b % 3)).filter((id) => id !== taskId)
      const named = [taskId, ...(b % 2 ? several : [])]
      const seen = named.map((id) => ({
        taskId: id,
        baseVersion: old(world.folded.tasks.get(id)?.version, behind),
      }))
      const sprintId = b % 3 ? sprintOf(world, c) : null
      return { type: kind, tasks: seen, sprintId, place: place ?? {} }
    }
    default:
      return kind === 'task.import'
        ? imported(world, pick, statusId)
        : planning(kind, world, pick, baseVersion)
  }
}

function logging(
  type: 'worklog.add' | 'worklog.edit' | 'worklog.delete',
  world: World,
  [a, b, c]: Step['pick'],
  behind: number,
): Wish {
  const all = [...world.folded.worklogs.values()]
  const known = all[b % (all.length + 1)]
  const tasks = [...world.folded.tasks.keys()]
  const taskId = known?.taskId ?? tasks[a % tasks.length] ?? 'none'
  const on = {
    taskId,
    baseVersion: old(world.folded.tasks.get(taskId)?.version, behind),
    worklogId: known?.id ?? `w${c % 9}`,
  }
  const fields = {
    seconds: 600 * (c % 5),
    startedAt: new Date(Date.UTC(2031, 0, 1 + (b % 9))).toISOString(),
    note: c % 2 ? 'x' : '',
  }
  if (type === 'worklog.delete') return { type, ...on }
  if (type === 'worklog.edit') {
    return { type, ...on, set: a % 2 ? { seconds: fields.seconds } : fields }
  }
  const remaining = (['auto', 'keep', { set: 1_200 }, { by: 900 }] as const)[a % 4] ?? 'auto'
  return { type, ...on, ...fields, remaining }
}

function filled({ set, add }: TaskPatch, n: number): TaskPatch {
  if (n % 2 === 0) return {}
  return { set: { estimate: set?.estimate, description: set?.description }, add }
}

function many(
  world: World,
  [a, b, c]: Step['pick'],
  how: Pick<Step, 'patch' | 'behind'> & { taskId: string; statusId: string },
): Wish {
  const named = [...world.folded.tasks.keys()].slice(b % 5, (b % 5) + 1 + (c % 4))
  const tasks = (named.length > 0 ? named : [how.taskId]).map((id) => ({
    taskId: id,
    baseVersion: old(world.folded.tasks.get(id)?.version, how.behind),
  }))
  const { statusId } = how
  const change = [
    { ...how.patch, statusId },
    { statusId, sprintId: sprintOf(world, c) },
    { sprintId: null, set: { priority: 2 } as const },
    { archive: true } as const,
  ][a % 4]
  return { type: 'task.bulk', tasks, change: change ?? {} }
}

const sprintOf = (world: World, n: number) =>
  world.project.sprints[n % Math.max(1, world.project.sprints.length)]?.id ?? 'none'

function planning(
  kind: Step['kind'],
  world: World,
  [a, b, c]: Step['pick'],
  baseVersion: number,
): Wish {
  const sprintId = sprintOf(world, a)
  const on = { baseVersion, sprintId }
  const day = (n: number) => `2031-01-${String(1 + (n % 28)).padStart(2, '0')}`
  switch (kind) {
    case 'sprint.edit':
      return { type: kind, ...on, set: b % 2 ? { name: `N${c % 3}` } : { endDate: day(c) } }
    case 'sprint.move':
      return { type: kind, ...on, before: b % 3 ? sprintOf(world, c) : null }
    case 'sprint.start':
      return { type: kind, ...on, startDate: day(b % 4), endDate: day(b + c) }
    case 'sprint.complete':
      return { type: kind, ...on, rest: b % 2 ? sprintOf(world, c) : null }
    case 'sprint.reopen':
    case 'sprint.remove':
      return { type: kind, ...on }
    case 'sprint.capacity': {
      const capacity = c % 3 ? { hoursPerDay: c % 9, daysOff: [day(b)] } : null
      return { type: kind, ...on, personId: b % 2 ? 'ann' : 'ben', capacity }
    }
    case 'component.add':
      return { type: kind, baseVersion, componentId: `c${a % 4}`, name: `C${b % 5}` }
    case 'component.edit':
      return { type: kind, baseVersion, componentId: `c${a % 4}`, set: { name: `C${b % 5}` } }
    case 'component.remove': {
      const moveTo = b % 2 ? `c${c % 4}` : null
      return { type: kind, baseVersion, componentId: `c${a % 4}`, moveTo }
    }
    case 'version.add':
      return { type: kind, baseVersion, versionId: `v${a % 4}`, name: `V${b % 5}` }
    case 'version.edit': {
      const state = (['planned', 'released', 'archived'] as const)[c % 3] ?? 'planned'
      return { type: kind, baseVersion, versionId: `v${a % 4}`, set: { state } }
    }
    case 'version.remove': {
      const moveTo = b % 2 ? `v${c % 4}` : null
      return { type: kind, baseVersion, versionId: `v${a % 4}`, moveTo }
    }
    case 'project.sprints':
      return { type: kind, baseVersion, parallel: b % 2 === 0 }
    default:
      return { type: 'sprint.create', baseVersion, sprintId: `sprint${a % 6}`, name: 'Sprint' }
  }
}

const old = (version: number | undefined, behind: number) => Math.max(1, (version ?? 1) - behind)

function resolution(world: World, [a]: number[], choice: Step['choice'], behind: number): Wish {
  const all = [...world.folded.conflicts.values()]
  const open = all.filter((conflict) => !conflict.resolved)
  const conflict = open[(a ?? 0) % (open.length + 1)] ?? all[0]
  const task = world.folded.tasks.get(conflict?.taskId ?? '')
  const baseVersion = old(task ? task.version : world.project.version, behind)
  const edit = conflict?.command
  return { type: 'conflict.resolve', conflictId: conflict?.id ?? 'none', choice, baseVersion, edit }
}

function cloned(world: World, taskId: Id, statusId: string, [a, b]: Step['pick']): Wish {
  const child = [...world.folded.tasks.values()].find((task) => task.parentId === taskId)
  const from = [taskId, ...(b % 2 && child ? [child.id] : [])]
  const copies = from.map((each, i) => ({ from: each, to: `k${(a + i) % 40}` }))
  return { type: 'task.clone', taskId, statusId, place: {}, copies }
}

function received(a: number, statusId: string): Wish {
  const taskId = `r${a % 5}`
  const fields = { title: 'R', description: '', statusId, priority: 0, estimate: null } as const
  const lists = { assignees: [], labels: [], links: [], dueDate: null }
  const seed = { type: 'task', ...fields, ...lists } as const
  const [reporter, createdAt] = ['jo', '2029-01-01T00:00:00.000Z']
  const comments = [{ id: `${taskId}-1`, author: 'mo', body: 'x', at: createdAt }]
  const arrival = { taskId, from: 'OLD-1', reporter, createdAt, seed, comments }
  return { type: 'task.receive', taskId, arrivals: [arrival] }
}

function imported(world: World, [a = 0, b = 0, c = 0]: number[], statusId: string): Wish {
  const at = (n: number) => new Date(Date.UTC(2029, 0, 1 + n)).toISOString()
  const tos = world.project.statuses.map((status) => status.id).slice(0, c % 4)
  const from = statusId
  return {
    type: 'task.import',
    taskId: `i${a % 5}`,
    first: {
      // Far apart, so that no task made here takes the number of one still to come.
      number: 1000 * (1 + (a % 5)),
      type: 'bug',
      title: 'I',
      description: '',
      statusId,
      priority: 0,
      assignees: [],
      labels: [],
      links: [],
      estimate: null,
      dueDate: null,
      reporter: 'jo',
      createdAt: at(0),
    },
    steps: tos.map((to, i) => ({ at: at(i + (b % 6)), actor: 'mo', status: { from, to } })),
    comments: [{ id: `i${a % 5}-${b % 3}`, author: 'jo', body: 'x', at: at(b % 4) }],
    archivedAt: b % 7 === 0 ? at(9) : null,
  }
}
