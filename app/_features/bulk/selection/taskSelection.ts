import type { Id } from '@/domain/kernel/primitives'

/** The selected tasks of a screen. */
export class TaskSelection {
  ids: ReadonlySet<Id> = new Set()
  /** Start of the range that Shift extends. */
  private anchor: Id | null = null
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Selects or deselects a task. The next range starts at it. */
  toggle(id: Id): void {
    const next = new Set(this.ids)
    if (!next.delete(id)) next.add(id)
    this.anchor = id
    this.set(next)
  }

  /**
   * Selects all tasks from the start of the range to this one.
   * @param order the tasks in screen order
   * @param from start of the range when nothing was selected before
   */
  extendTo(order: readonly Id[], to: Id, from: Id = to): void {
    const anchor = this.anchor && order.includes(this.anchor) ? this.anchor : from
    const [a, b] = [order.indexOf(anchor), order.indexOf(to)].sort((x, y) => x - y)
    if (a === undefined || b === undefined || a < 0) return
    this.anchor = anchor
    this.set(new Set(order.slice(a, b + 1)))
  }

  /** Selects exactly these tasks. */
  replace(ids: Iterable<Id>): void {
    this.set(new Set(ids))
  }

  clear(): void {
    this.anchor = null
    if (this.ids.size > 0) this.set(new Set())
  }

  private set(ids: ReadonlySet<Id>): void {
    this.ids = ids
    for (const listener of [...this.listeners]) listener()
  }
}
