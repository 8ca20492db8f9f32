import type { World } from './given'
import type { Wish } from './log'
import { ARRIVALS } from './random/arrivals'
import { PROJECT } from './random/project'
import { old, one, sceneOf, type Wishes } from './random/scene'
import { SPRINTS } from './random/sprints'
import type { Kind, Step } from './random/step'
import { TASKS } from './random/tasks'
import { THREADS } from './random/threads'

/** Commands about earlier ones. */
const SECOND_THOUGHTS: Wishes<'conflict.resolve' | 'command.undo'> = {
  'conflict.resolve': ({ world, choice, behind, pick: [a] }) => {
    const all = [...world.folded.conflicts.values()]
    const open = all.filter((conflict) => !conflict.resolved)
    const conflict = open[a % (open.length + 1)] ?? all[0]
    const about = world.folded.tasks.get(conflict?.taskId ?? '') ?? world.project
    return {
      type: 'conflict.resolve',
      conflictId: conflict?.id ?? 'none',
      choice,
      baseVersion: old(about.version, behind),
      edit: conflict?.command,
    }
  },
  'command.undo': ({ world, pick: [a, b] }) => {
    const sent = [...new Set(world.events.slice(-30).map((event) => event.commandId))]
    return { type: 'command.undo', undoes: one(sent, a), rest: b % 2 === 0 }
  },
}

const WISHES: Wishes<Kind> = {
  ...TASKS,
  ...THREADS,
  ...PROJECT,
  ...SPRINTS,
  ...ARRIVALS,
  ...SECOND_THOUGHTS,
}

/** The command that a step comes to, given what there is by then. */
export function wishOf(step: Step, world: World): Wish {
  return WISHES[step.kind](sceneOf(step, world))
}
