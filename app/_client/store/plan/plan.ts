import {
  addTo,
  type BacklogData,
  NO_SUMS,
  type SectionId,
  type SectionSums,
  sectionsOf,
  type Weight,
} from '@/domain/backlog'
import type { BoardFilter } from '@/domain/board'
import { equal } from '@/domain/equal'
import type { Project } from '@/domain/project/project'
import { at, type Window, type Windows } from '../board'
import { sameWindows } from '../screen'
import { type Host, PlanDraft } from './planDraft'

export type SectionWindows = ReadonlyMap<SectionId, Window>
export type AllSums = ReadonlyMap<SectionId, SectionSums>

/**
 * What an event did to the sums; null: only the server knows. Kept until sums come from the server
 * that were read after it.
 */
export interface Booking {
  seq: number
  change: { weight: Weight; by: 1 | -1 }[] | null
}

/** What a plan is made of. */
export interface Parts {
  filter: BoardFilter | null
  windows: SectionWindows
  sums: AllSums
  bookings: readonly Booking[]
}

/** The sections of the backlog as windows in planning order, with their sums. Never changed in place. */
export class Plan implements Parts {
  readonly filter: BoardFilter | null
  readonly windows: SectionWindows
  readonly sums: AllSums
  readonly bookings: readonly Booking[]
  /** Something happened that only the server can count: ask it again. */
  readonly doubtful: boolean

  constructor({ filter, windows, sums, bookings }: Parts) {
    this.filter = filter
    this.windows = windows
    this.sums = sums
    this.bookings = bookings
    this.doubtful = bookings.some((each) => each.change === null)
  }

  /** The plan that is being changed along with its board. */
  draft(host: Host): PlanDraft {
    return new PlanDraft(this, host, (parts) => new Plan(parts))
  }

  /** The same, with the objects of the plan before wherever they are equal. */
  settled(before: Plan | null): Plan {
    if (!before) return this
    const { filter, bookings } = this
    const sums = equal([...this.sums], [...before.sums]) ? before.sums : this.sums
    const windows: Windows = sameWindows(this.windows, before.windows)
    return new Plan({ filter, windows, sums, bookings })
  }
}

/**
 * The plan that the server's answer makes: sums as they were there, with what has happened since.
 * Sections that are loaded already stay as far as they are; of others the tasks are yet to come in.
 */
export function planFrom(
  data: BacklogData,
  filter: BoardFilter | null,
  project: Project,
  held: Plan | null,
): Plan {
  const found = new Map(data.sections.map((section) => [section.id, section]))
  const ids = sectionsOf(project)
  const windows = new Map(
    ids.map((id): [SectionId, Window] => {
      const section = found.get(id)
      const count = section?.count ?? 0
      const known = held?.windows.get(id)
      if (known) return [id, { ...known, count }]
      const last = section?.cards.at(-1)
      const until = last ? at({ rank: last.planRank, number: last.number }) : null
      return [id, { ids: [], until, complete: section?.complete ?? true, count }]
    }),
  )
  const bookings = (held?.bookings ?? []).filter((each) => each.seq > data.seq)
  const sums = new Map(ids.map((id) => [id, found.get(id)?.sums ?? NO_SUMS]))
  for (const { weight, by } of bookings.flatMap((each) => each.change ?? [])) {
    const known = sums.get(weight.section)
    if (known) sums.set(weight.section, addTo(known, weight, by))
  }
  return new Plan({ filter, windows, sums, bookings })
}
