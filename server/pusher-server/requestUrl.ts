/** A request line's path, still escaped, and its query. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const queryStart = url.indexOf('?')
  if (queryStart === -1) return { path: url, query: new URLSearchParams() }
  return { path: url.slice(0, queryStart), query: new URLSearchParams(url.slice(queryStart + 1)) }
}

/** An escaped part of a path as it was meant, or null when its escapes are broken. */
export function decodePathSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}
