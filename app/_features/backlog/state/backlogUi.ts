import type { Id } from '@/domain/kernel/primitives'
import type { BacklogSectionId } from '@/domain/views/backlog'

/** A drop target: before the `index`-th of the section's other tasks. */
export interface RowDropTarget {
  section: BacklogSectionId
  index: number
}

/** The dragged tasks, in list order. */
export interface RowDrag {
  ids: readonly Id[]
  input: 'pointer' | 'keyboard'
  /** The task that the drag started on. */
  sourceId: Id
  target: RowDropTarget | null
}

/** Layout that a section exposes to drags and keyboard navigation. */
export interface SectionHandle {
  /** Ids of the loaded tasks, also while the section is collapsed. */
  ids: () => readonly Id[]
  /** Number of tasks in the section, loaded or not. */
  count: () => number
  isCollapsed: () => boolean
  /** Returns the index between two rows at a pointer's height; 0 is above the first. */
  dropIndexAt: (clientY: number) => number
}

/** Drag state of the backlog. */
export class BacklogUi {
  drag: RowDrag | null = null
  /** Section ids in list order. */
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

  /** Sets the drop target. Does nothing when it is unchanged. */
  setDropTarget(target: RowDropTarget | null): void {
    const { drag } = this
    if (!drag) return
    const isSame = drag.target?.section === target?.section && drag.target?.index === target?.index
    if (!isSame) this.setDrag({ ...drag, target })
  }

  /** Returns the section that contains a task. */
  sectionOf(id: Id): BacklogSectionId | undefined {
    return this.sections.find((section) => this.handles.get(section)?.ids().includes(id))
  }

  /** Returns the tasks of a section without the dragged ones. */
  idsWithoutDragged(section: BacklogSectionId): Id[] {
    const draggedIds = new Set(this.drag?.ids)
    return (this.handles.get(section)?.ids() ?? []).filter((id) => !draggedIds.has(id))
  }

  /** Returns the number of tasks in a section after a drop into it. */
  countAfterDrop(section: BacklogSectionId): number {
    const handle = this.handles.get(section)
    const draggedFromHere = (handle?.ids().length ?? 0) - this.idsWithoutDragged(section).length
    return (handle?.count() ?? 0) - draggedFromHere + (this.drag?.ids.length ?? 0)
  }

  /**
   * Returns those of the given tasks that are on this backlog, also in collapsed sections, in list
   * order.
   */
  sortedByPosition(ids: { has: (id: Id) => boolean }): Id[] {
    const all = this.sections.flatMap((section) => this.handles.get(section)?.ids() ?? [])
    return all.filter((id) => ids.has(id))
  }

  /** All tasks of expanded sections, in list order. */
  get visibleIds(): Id[] {
    return this.sections.flatMap((section) => {
      const handle = this.handles.get(section)
      return handle && !handle.isCollapsed() ? [...handle.ids()] : []
    })
  }
}
