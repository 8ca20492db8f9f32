/**
 * Changes the query of the URL without a navigation: the same screen stays. The change starts from
 * the URL, which is ahead of `useSearchParams`, for example after a quick second change.
 */
export function changeUrlQuery(change: (query: URLSearchParams) => URLSearchParams): void {
  const query = change(new URLSearchParams(window.location.search)).toString()
  window.history.replaceState(null, '', query ? `?${query}` : window.location.pathname)
}
