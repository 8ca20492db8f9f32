type Parts = typeof import('./parts')

let parts: Parts | null = null
const waiting = new Set<() => void>()

/**
 * Does something with the parts of dragging as soon as they are here; gives back what undoes it.
 * A board shows without them: they are fetched when a pointer first moves.
 */
export function withDrag(begin: (parts: Parts) => () => void): () => void {
  let end = () => {}
  const start = () => {
    if (parts) end = begin(parts)
  }
  if (parts) start()
  else waiting.add(start)
  return () => {
    waiting.delete(start)
    end()
  }
}

/** Fetches the parts of dragging, again when the network is back where it cannot be done now. */
export async function fetchDrag(): Promise<void> {
  try {
    parts ??= await import('./parts')
  } catch {
    window.addEventListener('online', () => void fetchDrag(), { once: true })
  }
  for (const start of waiting) start()
  if (parts) waiting.clear()
}
