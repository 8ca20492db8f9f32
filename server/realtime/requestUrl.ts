/** A request line's path, still escaped, and its query. */
export function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const mark = url.indexOf('?')
  if (mark === -1) return { path: url, query: new URLSearchParams() }
  return { path: url.slice(0, mark), query: new URLSearchParams(url.slice(mark + 1)) }
}

/** An escaped part of a path as it was meant, or null when its escapes are broken. */
export function unescapePath(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}
