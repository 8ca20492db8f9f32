import type { Id } from '@/domain/kernel/primitives'

/** The tasks that are selected on a screen, for what is done with several at once. */
export class TaskSelection {
  ids: ReadonlySet<Id> = new Set()
  /** Where a stretch begins that Shift extends. */
  private anchor: Id | null = null
  private readonly listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Selects one more, or no longer; the next stretch begins here. */
  toggle(id: Id): void {
    const next = new Set(this.ids)
    if (!next.delete(id)) next.add(id)
    this.anchor = id
    this.set(next)
  }

  /**
   * Selects all from where the stretch began to here.
   * @param order the tasks as they stand on screen
   * @param from where it begins when nothing was selected before
   */
  extendTo(order: readonly Id[], to: Id, from: Id = to): void {
    const anchor = this.anchor && order.includes(this.anchor) ? this.anchor : from
    const [a, b] = [order.indexOf(anchor), order.indexOf(to)].sort((x, y) => x - y)
    if (a === undefined || b === undefined || a < 0) return
    this.anchor = anchor
    this.set(new Set(order.slice(a, b + 1)))
  }

  /** Selects exactly these. */
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
