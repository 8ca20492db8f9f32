/** A set of callbacks that hear the same thing. */
export class Listeners<T extends unknown[] = []> {
  private readonly all = new Set<(...heard: T) => void>()

  /** Hears from now on, until the function given back is called. */
  readonly add = (listener: (...heard: T) => void): (() => void) => {
    this.all.add(listener)
    return () => this.all.delete(listener)
  }

  tell(...heard: T): void {
    for (const listener of [...this.all]) listener(...heard)
  }
}
