import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth/authOptions'

type Context = { params: Promise<{ nextauth: string[] }> }

// Without NEXTAUTH_URL, the host and port of the request are used.
process.env.AUTH_TRUST_HOST ??= 'true'

async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth
  // This action would let anybody write to the server's log.
  if (action === '_log') return new Response(null, { status: 404 })
  return NextAuth(request, context, authOptions(request.headers))
}

export { handleAuth as GET, handleAuth as POST }
