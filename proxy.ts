import { type NextRequest, NextResponse } from 'next/server'
import { REQUEST_PATH_HEADER } from '@/server/access/requestPathHeader'

/**
 * Tells pages their own address, so that whoever has to sign in first comes back to it. What is
 * escaped in no way that can be read is taken letter by letter, and so leads nowhere, as any other
 * address of nothing; the router would fail on it.
 */
export function proxy(request: NextRequest): NextResponse {
  const url = request.nextUrl.clone()
  url.pathname = url.pathname.split('/').map(readable).join('/')
  const headers = new Headers(request.headers)
  headers.set(REQUEST_PATH_HEADER, url.pathname + url.search)
  return url.pathname === request.nextUrl.pathname
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(url, { request: { headers } })
}

function readable(part: string): string {
  try {
    decodeURIComponent(part)
    return part
  } catch {
    return part.replaceAll('%', '%25')
  }
}

export const config = { matcher: ['/((?!api/|_next/|.*\\.).*)', '/(.*%.*)'] }
