import type { FixVersion, VersionState } from '@/domain/catalog/catalog'
import type { Work } from '@/domain/catalog/figures'
import type { Day } from '@/domain/words'
import { shortDay } from '../_task/fields/days'

/** The states of a version as people call them. */
export const STATE_WORDS: Record<VersionState, string> = {
  planned: 'Planned',
  released: 'Released',
  archived: 'Archived',
}

/** "due 5 Jan", "released 5 Jan"; null without a day. */
export function dayWords({ state, releaseDate }: FixVersion, today: Day): string | null {
  if (!releaseDate) return null
  return `${state === 'planned' ? 'due' : 'released'} ${shortDay(releaseDate, today)}`
}

/** Whether it should have been out by now. */
export const isLate = ({ state, releaseDate }: FixVersion, today: Day): boolean =>
  state === 'planned' && releaseDate !== null && releaseDate < today

/** How many tasks there are in all. */
export const workOf = ({ todo, in_progress, done }: Work): number => todo + in_progress + done

/** "5 of 12 done". */
export const workWords = (work: Work): string =>
  workOf(work) === 0 ? 'no tasks' : `${work.done} of ${workOf(work)} done`

/** Planned ones by their day, the nearest first; the others with the newest first. */
export function inOrder<T extends FixVersion>(all: readonly T[]): T[] {
  const byName = (a: T, b: T) => a.name.localeCompare(b.name, 'en', { numeric: true })
  return all.toSorted((a, b) => {
    if (a.releaseDate === b.releaseDate) return a.state === 'planned' ? byName(a, b) : byName(b, a)
    if (!a.releaseDate || !b.releaseDate) return a.releaseDate ? -1 : 1
    return a.releaseDate < b.releaseDate === (a.state === 'planned') ? -1 : 1
  })
}
