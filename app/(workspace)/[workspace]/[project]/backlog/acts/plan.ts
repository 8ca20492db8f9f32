import type { Board } from '@/app/_client/store/board'
import type { Draft } from '@/app/_client/store/types'
import { BACKLOG, type SectionId, sectionOf, sprintOfSection } from '@/domain/backlog'
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

/** The commands that put tasks back to where they stand on screen now, one for each stretch. */
export function plansBack(ids: readonly Id[], { cards, plan, project }: Board): Plan[] {
  const moving = new Set(ids)
  const sections = new Set<SectionId>()
  for (const id of ids) {
    const card = cards.get(id)
    const section = card && sectionOf(card, project)
    if (section) sections.add(section)
  }
  return [...sections].flatMap((section) => {
    const all = plan?.windows.get(section)?.ids ?? []
    const plans: Plan[] = []
    let stretch: Id[] = []
    let behind: Id | undefined
    const end = (before: Id | undefined) => {
      if (stretch.length === 0) return
      const beside = { ...(behind && { after: behind }), ...(before && { before }) }
      const place: Place = behind || before ? beside : { end: 'top' }
      plans.push(...plansFor(stretch, section, place))
      stretch = []
    }
    for (const id of all) {
      if (moving.has(id)) stretch.push(id)
      else {
        end(id)
        behind = id
      }
    }
    end(undefined)
    return plans
  })
}

/** A section as it is called. */
export function sectionName(section: SectionId, { project }: Pick<Board, 'project'>): string {
  if (section === BACKLOG) return 'Backlog'
  return project.sprints.find((each) => each.id === section)?.name ?? 'another sprint'
}
