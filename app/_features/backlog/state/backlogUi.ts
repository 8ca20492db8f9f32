import type { Id } from '@/domain/kernel/primitives'
import type { BacklogSectionId } from '@/domain/views/backlog'

/** Where held tasks would go: before the `index`-th of the section's other tasks. */
export interface RowDropTarget {
  section: BacklogSectionId
  index: number
}

/** The tasks in hand, in the order in which they stand. */
export interface RowDrag {
  ids: readonly Id[]
  input: 'pointer' | 'keyboard'
  /** The one that was taken hold of. */
  sourceId: Id
  target: RowDropTarget | null
}

/** What a section tells of itself to whoever drags or walks over it. */
export interface SectionHandle {
  /** Loaded tasks, whether the section is folded or not. */
  ids: () => readonly Id[]
  /** How many tasks it shows, loaded or not. */
  count: () => number
  isCollapsed: () => boolean
  /** The place between two rows that a pointer at this height means; 0 is above the first. */
  dropIndexAt: (clientY: number) => number
}

/** What is being moved on the backlog. */
export class BacklogUi {
  drag: RowDrag | null = null
  /** In the order in which they stand. */
  sections: readonly BacklogSectionId[] = []
  readonly handles = new Map<BacklogSectionId, SectionHandle>()
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  setDrag(drag: RowDrag | null): void {
    this.drag = drag
    for (const listener of [...this.listeners]) listener()
  }

  /** Turns to a place; does nothing when it points there already. */
  setDropTarget(target: RowDropTarget | null): void {
    const { drag } = this
    if (!drag) return
    const isSame = drag.target?.section === target?.section && drag.target?.index === target?.index
    if (!isSame) this.setDrag({ ...drag, target })
  }

  /** The section in which a task stands. */
  sectionOf(id: Id): BacklogSectionId | undefined {
    return this.sections.find((section) => this.handles.get(section)?.ids().includes(id))
  }

  /** The tasks of a section without those in hand. */
  idsWithoutDragged(section: BacklogSectionId): Id[] {
    const draggedIds = new Set(this.drag?.ids)
    return (this.handles.get(section)?.ids() ?? []).filter((id) => !draggedIds.has(id))
  }

  /** How many tasks a section has when what is in hand is put into it. */
  countAfterDrop(section: BacklogSectionId): number {
    const handle = this.handles.get(section)
    const draggedFromHere = (handle?.ids().length ?? 0) - this.idsWithoutDragged(section).length
    return (handle?.count() ?? 0) - draggedFromHere + (this.drag?.ids.length ?? 0)
  }

  /** Those of some tasks that are here, in the order in which they stand, in folded sections too. */
  sortedByPosition(wanted: { has: (id: Id) => boolean }): Id[] {
    const all = this.sections.flatMap((section) => this.handles.get(section)?.ids() ?? [])
    return all.filter((id) => wanted.has(id))
  }

  /** Every task that is drawn or could be, in order; folded sections are passed over. */
  get visibleIds(): Id[] {
    return this.sections.flatMap((section) => {
      const handle = this.handles.get(section)
      return handle && !handle.isCollapsed() ? [...handle.ids()] : []
    })
  }
}
