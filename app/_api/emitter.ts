/** A set of listeners that receive the same arguments. */
export class Emitter<T extends unknown[] = []> {
  private readonly listeners = new Set<(...args: T) => void>()

  /** Adds a listener. Returns a function that removes it. */
  readonly subscribe = (listener: (...args: T) => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  emit(...args: T): void {
    for (const listener of [...this.listeners]) listener(...args)
  }
}
