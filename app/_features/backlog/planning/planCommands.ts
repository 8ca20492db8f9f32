import type { CommandDraft } from '@/app/_replica/replicaTypes'
import type { ReplicaState } from '@/app/_replica/store/replicaState'
import { type Id, LIMITS } from '@/domain/kernel/primitives'
import type { RankPosition } from '@/domain/kernel/rank'
import { BACKLOG_SECTION, type BacklogSectionId, sprintOfSection } from '@/domain/views/backlog'

type PlanCommand = Extract<CommandDraft, { type: 'task.plan' }>

/**
 * Returns the commands that rank tasks at a position: more than one when one command cannot take
 * them all.
 */
export function planCommandsFor(
  ids: readonly Id[],
  section: BacklogSectionId,
  position: RankPosition,
): PlanCommand[] {
  const commands: PlanCommand[] = []
  for (let start = 0; start < ids.length; start += LIMITS.plannedTasks) {
    const tasks = ids.slice(start, start + LIMITS.plannedTasks).map((taskId) => ({ taskId }))
    const previousId = ids[start - 1]
    const chunkPosition = previousId ? { after: previousId } : position
    commands.push({
      type: 'task.plan',
      tasks,
      sprintId: sprintOfSection(section),
      position: chunkPosition,
    })
  }
  return commands
}

/** Returns the display name of a section. */
export function sectionName(
  section: BacklogSectionId,
  { project }: Pick<ReplicaState, 'project'>,
): string {
  if (section === BACKLOG_SECTION) return 'Backlog'
  return project.sprints.find((each) => each.id === section)?.name ?? 'another sprint'
}
