import type { Board } from '@/app/_client/store/board'
import type { Draft } from '@/app/_client/store/types'
import { BACKLOG, type SectionId, sprintOfSection } from '@/domain/backlog'
import type { Place } from '@/domain/rank'
import { type Id, LIMITS } from '@/domain/words'

type Plan = Extract<Draft, { type: 'task.plan' }>

/** The commands that put tasks at a place: several where they are more than one command takes. */
export function plansFor(ids: readonly Id[], section: SectionId, place: Place): Plan[] {
  const plans: Plan[] = []
  for (let at = 0; at < ids.length; at += LIMITS.planned) {
    const tasks = ids.slice(at, at + LIMITS.planned).map((taskId) => ({ taskId }))
    const last = ids[at - 1]
    const behind = last ? { after: last } : place
    plans.push({ type: 'task.plan', tasks, sprintId: sprintOfSection(section), place: behind })
  }
  return plans
}

/** A section as it is called. */
export function sectionName(section: SectionId, { project }: Pick<Board, 'project'>): string {
  if (section === BACKLOG) return 'Backlog'
  return project.sprints.find((each) => each.id === section)?.name ?? 'another sprint'
}
