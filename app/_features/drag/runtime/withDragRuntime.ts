type DragRuntime = typeof import('./dragRuntime')

let runtime: DragRuntime | null = null
const pendingStarts = new Set<() => void>()

/**
 * Calls `setUp` as soon as the drag code is loaded. Returns a function that undoes it. The code
 * loads when a pointer first moves, so that the board shows without waiting for it.
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

/** Loads the drag code. Tries again when the network is back. */
export async function loadDragRuntime(): Promise<void> {
  try {
    runtime ??= await import('./dragRuntime')
  } catch {
    window.addEventListener('online', () => void loadDragRuntime(), { once: true })
  }
  for (const start of pendingStarts) start()
  if (runtime) pendingStarts.clear()
}
