/** Opens a task in the panel over the board. */
export function openTaskPanel(taskKey: string): void {
  const query = new URLSearchParams(window.location.search)
  query.set('task', taskKey)
  // The board stays as it is, so nothing has to be asked of the server.
  window.history.pushState(null, '', `?${query}`)
}

/** Closes the panel; the rest of the address stays. */
export function closeTaskPanel(): void {
  const query = new URLSearchParams(window.location.search)
  query.delete('task')
  const rest = query.toString()
  window.history.pushState(null, '', rest ? `?${rest}` : window.location.pathname)
}
