import type { BacklogState } from '@/app/_replica/store/backlog/backlogState'
import { isEqual } from '@/domain/kernel/equal'
import type { Project } from '@/domain/project/project'
import {
  addContribution,
  EMPTY_SECTION_TOTALS,
  sectionContributionOf,
  sectionOf,
  sectionsOf,
} from '@/domain/views/backlog'
import { type Card, matchesFilter } from '@/domain/views/board'

/**
 * Returns the differences between a replica's sections and those computed from all tasks of the
 * project.
 */
export function sectionDifferences(
  plan: BacklogState | null,
  all: Card[],
  project: Project,
): string[] {
  if (!plan) return []
  const { filter } = plan
  const sections = sectionsOf(project)
  const found = isEqual([...plan.sections.keys()].sort(), [...sections].sort())
    ? []
    : [`sections ${[...plan.sections.keys()]}, not ${sections}`]
  for (const section of sections) {
    const cards = all
      .filter((card) => sectionOf(card, project) === section)
      .sort((a, b) => (a.backlogRank < b.backlogRank ? -1 : 1))
    const totals = cards.reduce((total, card) => {
      const contribution = sectionContributionOf(card, project)
      return contribution ? addContribution(total, contribution, 1) : total
    }, EMPTY_SECTION_TOTALS)
    if (!isEqual(plan.sums.get(section), totals)) {
      const actual = JSON.stringify(plan.sums.get(section))
      found.push(`totals of ${section}: ${actual}, not ${JSON.stringify(totals)}`)
    }
    const matching = filter
      ? cards.filter((card) => matchesFilter(card, filter, project.key))
      : cards
    found.push(...loadedRangeDifferences(plan, section, matching))
  }
  return found
}

function loadedRangeDifferences(plan: BacklogState, section: string, cards: Card[]): string[] {
  const loaded = plan.sections.get(section)
  if (!loaded) return [`no section ${section}`]
  const ids = cards.map((card) => card.id)
  const { until, complete } = loaded
  const within = cards.filter((card) => until !== null && card.backlogRank <= until.rank)
  const expected = complete ? ids : within.map((card) => card.id)
  const isCountRight = !plan.filter || loaded.count === ids.length
  if (isEqual(loaded.ids, expected) && isCountRight) return []
  return [
    `section ${section}: ${loaded.ids.length} of ${ids.length} loaded, ${expected.length} until ${until?.rank}, ${loaded.count} counted`,
  ]
}
