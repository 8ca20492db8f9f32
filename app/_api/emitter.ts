/** A set of callbacks that hear the same thing. */
export class Emitter<T extends unknown[] = []> {
  private readonly listeners = new Set<(...heard: T) => void>()

  /** Hears from now on, until the function given back is called. */
  readonly subscribe = (listener: (...heard: T) => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  emit(...args: T): void {
    for (const listener of [...this.listeners]) listener(...args)
  }
}
