type DragRuntime = typeof import('./dragRuntime')

let runtime: DragRuntime | null = null
const pendingStarts = new Set<() => void>()

/**
 * Does something with the parts of dragging as soon as they are here; gives back what undoes it.
 * A board shows without them: they are fetched when a pointer first moves.
 */
export function withDragRuntime(setUp: (parts: DragRuntime) => () => void): () => void {
  let tearDown = () => {}
  const start = () => {
    if (runtime) tearDown = setUp(runtime)
  }
  if (runtime) start()
  else pendingStarts.add(start)
  return () => {
    pendingStarts.delete(start)
    tearDown()
  }
}

/** Fetches the parts of dragging, again when the network is back where it cannot be done now. */
export async function loadDragRuntime(): Promise<void> {
  try {
    runtime ??= await import('./dragRuntime')
  } catch {
    window.addEventListener('online', () => void loadDragRuntime(), { once: true })
  }
  for (const start of pendingStarts) start()
  if (runtime) pendingStarts.clear()
}
