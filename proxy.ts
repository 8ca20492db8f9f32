import { type NextRequest, NextResponse } from 'next/server'
import { REQUEST_PATH_HEADER } from '@/server/access/requestPathHeader'

/**
 * Gives pages their own path, for the redirect after sign-in. Invalid percent-encoding is escaped,
 * so that the router answers 404 instead of failing.
 */
export function proxy(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone()
  url.pathname = url.pathname.split('/').map(escapeInvalid).join('/')
  const headers = new Headers(request.headers)
  headers.set(REQUEST_PATH_HEADER, url.pathname + url.search)
  return url.pathname === request.nextUrl.pathname
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(url, { request: { headers } })
}

/** Returns a path segment with its percent signs escaped when it cannot be decoded. */
function escapeInvalid(part: string): string {
  try {
    decodeURIComponent(part)
    return part
  } catch {
    return part.replaceAll('%', '%25')
  }
}

export const config = { matcher: ['/((?!api/|_next/|.*\\.).*)', '/(.*%.*)'] }
