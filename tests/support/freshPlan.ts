import type { Plan } from '@/app/_client/store/plan/plan'
import { addTo, NO_SUMS, sectionOf, sectionsOf, weightOf } from '@/domain/backlog'
import { type Card, passes } from '@/domain/board'
import { equal } from '@/domain/equal'
import type { Project } from '@/domain/project/project'

/** What differs between the sections of a replica and what all tasks of the project make. */
export function wrongSections(plan: Plan | null, all: Card[], project: Project): string[] {
  if (!plan) return []
  const { filter } = plan
  const sections = sectionsOf(project)
  const wrong = equal([...plan.windows.keys()].sort(), [...sections].sort())
    ? []
    : [`sections ${[...plan.windows.keys()]}, not ${sections}`]
  for (const section of sections) {
    const cards = all
      .filter((card) => sectionOf(card, project) === section)
      .sort((a, b) => (a.planRank < b.planRank ? -1 : 1))
    const sums = cards.reduce((total, card) => {
      const weight = weightOf(card, project)
      return weight ? addTo(total, weight, 1) : total
    }, NO_SUMS)
    if (!equal(plan.sums.get(section), sums)) {
      const kept = JSON.stringify(plan.sums.get(section))
      wrong.push(`sums of ${section}: ${kept}, not ${JSON.stringify(sums)}`)
    }
    const shown = filter ? cards.filter((card) => passes(card, filter, project.key)) : cards
    wrong.push(...wrongWindow(plan, section, shown))
  }
  return wrong
}

function wrongWindow(plan: Plan, section: string, cards: Card[]): string[] {
  const window = plan.windows.get(section)
  if (!window) return [`no section ${section}`]
  const ids = cards.map((card) => card.id)
  const { until, complete } = window
  const within = cards.filter((card) => until !== null && card.planRank <= until.rank)
  const expected = complete ? ids : within.map((card) => card.id)
  const counts = !plan.filter || window.count === ids.length
  if (equal(window.ids, expected) && counts) return []
  return [
    `section ${section}: ${window.ids.length} of ${ids.length} loaded, ${expected.length} until ${until?.rank}, ${window.count} counted`,
  ]
}
