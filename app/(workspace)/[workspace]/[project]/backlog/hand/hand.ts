import type { SectionId } from '@/domain/backlog'
import type { Id } from '@/domain/words'

/** Where held tasks would go: before the `index`-th of the section's other tasks. */
export interface Aim {
  section: SectionId
  index: number
}

/** The tasks in hand, in the order in which they stand. */
export interface Held {
  ids: readonly Id[]
  by: 'pointer' | 'keys'
  /** The one that was taken hold of. */
  source: Id
  aim: Aim | null
}

/** What a section tells of itself to whoever drags or walks over it. */
export interface SectionHandle {
  /** Loaded tasks, whether the section is folded or not. */
  ids: () => readonly Id[]
  /** How many tasks it shows, loaded or not. */
  count: () => number
  folded: () => boolean
  /** The place between two rows that a pointer at this height means; 0 is above the first. */
  gapAt: (clientY: number) => number
}

/** What is being moved on the backlog. */
export class Hand {
  held: Held | null = null
  /** In the order in which they stand. */
  sections: readonly SectionId[] = []
  readonly handles = new Map<SectionId, SectionHandle>()
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  hold(held: Held | null): void {
    this.held = held
    for (const listener of [...this.listeners]) listener()
  }

  /** Turns to a place; does nothing when it points there already. */
  aim(aim: Aim | null): void {
    const { held } = this
    if (!held) return
    const same = held.aim?.section === aim?.section && held.aim?.index === aim?.index
    if (!same) this.hold({ ...held, aim })
  }

  /** The section in which a task stands. */
  sectionOf(id: Id): SectionId | undefined {
    return this.sections.find((section) => this.handles.get(section)?.ids().includes(id))
  }

  /** The tasks of a section without those in hand. */
  others(section: SectionId): Id[] {
    const held = new Set(this.held?.ids)
    return (this.handles.get(section)?.ids() ?? []).filter((id) => !held.has(id))
  }

  /** How many tasks a section has when what is in hand is put into it. */
  countWith(section: SectionId): number {
    const handle = this.handles.get(section)
    const here = (handle?.ids().length ?? 0) - this.others(section).length
    return (handle?.count() ?? 0) - here + (this.held?.ids.length ?? 0)
  }

  /** Those of some tasks that are here, in the order in which they stand, in folded sections too. */
  inOrder(some: { has: (id: Id) => boolean }): Id[] {
    const all = this.sections.flatMap((section) => this.handles.get(section)?.ids() ?? [])
    return all.filter((id) => some.has(id))
  }

  /** Every task that is drawn or could be, in order; folded sections are passed over. */
  get order(): Id[] {
    return this.sections.flatMap((section) => {
      const handle = this.handles.get(section)
      return handle && !handle.folded() ? [...handle.ids()] : []
    })
  }
}
