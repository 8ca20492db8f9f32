/** Splits a request's URL into its path, still escaped, and its query. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const queryStart = url.indexOf('?')
  if (queryStart === -1) return { path: url, query: new URLSearchParams() }
  return { path: url.slice(0, queryStart), query: new URLSearchParams(url.slice(queryStart + 1)) }
}

/** Unescapes a path segment. Returns null when its escapes are invalid. */
export function decodePathSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
