/** Opens a task in the panel over the board. */
export function openTaskPanel(taskKey: string): void {
  const query = new URLSearchParams(window.location.search)
  query.set('task', taskKey)
  // The board stays the same, so no server request is needed.
  window.history.pushState(null, '', `?${query}`)
}

/** Closes the panel and keeps the rest of the URL. */
export function closeTaskPanel(): void {
  const query = new URLSearchParams(window.location.search)
  query.delete('task')
  const rest = query.toString()
  window.history.pushState(null, '', rest ? `?${rest}` : window.location.pathname)
}
