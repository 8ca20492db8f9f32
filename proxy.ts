import { type NextRequest, NextResponse } from 'next/server'
import { ADDRESS_HEADER } from '@/server/access/addressHeader'

/** Tells pages their own address, so that whoever has to sign in first comes back to it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  headers.set(ADDRESS_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  return NextResponse.next({ request: { headers } })
}

export const config = { matcher: '/((?!api/|_next/|.*\\.).*)' }
