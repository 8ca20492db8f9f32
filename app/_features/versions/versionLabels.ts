import { formatShortDate } from '@/app/_ui/localDate'
import type { Version, VersionState } from '@/domain/component/componentsAndVersions'
import type { LocalDate } from '@/domain/kernel/primitives'
import type { TaskCountByCategory } from '@/domain/views/versions'

/** Display names of a version's states. */
export const VERSION_STATE_LABELS: Record<VersionState, string> = {
  planned: 'Planned',
  released: 'Released',
  archived: 'Archived',
}

/** Returns "due 5 Jan" or "released 5 Jan", or null without a date. */
export function formatReleaseDate(
  { state, releaseDate }: Version,
  today: LocalDate,
): string | null {
  if (!releaseDate) return null
  return `${state === 'planned' ? 'due' : 'released'} ${formatShortDate(releaseDate, today)}`
}

/** Returns true when a planned version's release date is past. */
export const isOverdue = ({ state, releaseDate }: Version, today: LocalDate): boolean =>
  state === 'planned' && releaseDate !== null && releaseDate < today

/** Returns the number of tasks in all categories. */
export const totalTasks = ({ todo, in_progress, done }: TaskCountByCategory): number =>
  todo + in_progress + done

/** Returns for example "5 of 12 done". */
export const formatProgress = (work: TaskCountByCategory): string =>
  totalTasks(work) === 0 ? 'no tasks' : `${work.done} of ${totalTasks(work)} done`

/** Sorts planned versions by date, the nearest first, and all others with the newest first. */
export function sortVersions<T extends Version>(all: readonly T[]): T[] {
  const byName = (a: T, b: T) => a.name.localeCompare(b.name, 'en', { numeric: true })
  return all.toSorted((a, b) => {
    if (a.releaseDate === b.releaseDate) return a.state === 'planned' ? byName(a, b) : byName(b, a)
    if (!a.releaseDate || !b.releaseDate) return a.releaseDate ? -1 : 1
    return a.releaseDate < b.releaseDate === (a.state === 'planned') ? -1 : 1
  })
}
