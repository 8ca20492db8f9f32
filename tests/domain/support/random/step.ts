import fc from 'fast-check'
import type { CommandType } from '@/domain/commands'
import type { Id, TaskType } from '@/domain/kernel/primitives'
import type { TaskPatch } from '@/domain/task/commands'

/**
 * A planned command: who sends it and how many versions behind; `pick` selects from the current
 * state.
 */
export interface CommandStep {
  who: Id
  client: string
  kind: RandomCommandType
  versionsBehind: number
  pick: [number, number, number]
  patch: TaskPatch
  choice: 'theirs' | 'mine' | 'edited'
}

/** All commands except the one that creates the project. */
export type RandomCommandType = Exclude<CommandType, 'project.create'>

/** The relative frequency of each kind. */
const WEIGHTS: Record<RandomCommandType, number> = {
  'task.create': 1,
  'task.edit': 3,
  'task.move': 3,
  'task.clone': 1,
  'task.transfer': 1,
  'task.receive': 1,
  'task.setParent': 2,
  'task.archive': 1,
  'task.restore': 1,
  'task.import': 1,
  'task.plan': 2,
  'task.bulk': 1,
  'comment.add': 2,
  'comment.edit': 2,
  'comment.delete': 2,
  'worklog.add': 2,
  'worklog.edit': 2,
  'worklog.delete': 1,
  'conflict.resolve': 2,
  'command.undo': 2,
  'project.rename': 2,
  'project.setParallelSprints': 1,
  'status.add': 1,
  'status.edit': 2,
  'status.move': 1,
  'status.remove': 1,
  'workflow.change': 3,
  'component.add': 2,
  'component.edit': 3,
  'component.remove': 1,
  'version.add': 2,
  'version.edit': 3,
  'version.release': 4,
  'version.remove': 1,
  'sprint.import': 1,
  'sprint.create': 1,
  'sprint.edit': 2,
  'sprint.move': 2,
  'sprint.start': 3,
  'sprint.complete': 3,
  'sprint.reopen': 1,
  'sprint.remove': 1,
  'sprint.setCapacity': 1,
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
      affectedVersions: fc.subarray(['v0', 'v1'], { maxLength: 1 }),
      labels: entries,
      assignees: fc.subarray(['ann', 'ben', 'zoe']),
    }),
    remove: fc.record({ labels: entries, assignees: fc.subarray(['ann', 'ben']) }),
  },
  { requiredKeys: [] },
)

/** Generates commands from several windows, most of them with an old base version. */
export const step: fc.Arbitrary<CommandStep> = fc.record({
  who: fc.constantFrom('ann', 'ann', 'ben', 'cleo', 'vic'),
  client: fc.constantFrom('laptop', 'phone'),
  kind: fc.oneof(
    ...Object.entries(WEIGHTS).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as RandomCommandType),
    })),
  ),
  versionsBehind: fc.nat(4),
  pick: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  patch,
  choice: fc.constantFrom('theirs', 'mine', 'edited'),
})
