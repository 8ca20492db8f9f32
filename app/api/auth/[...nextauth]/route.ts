import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth/authOptions'

type Context = { params: Promise<{ nextauth: string[] }> }

// Without NEXTAUTH_URL the address is the one that the browser asked for, whatever the port.
process.env.AUTH_TRUST_HOST ??= 'true'

async function handleAuth(request: NextRequest, context: Context): Promise<Response> {
  const [action] = (await context.params).nextauth
  // A door for anybody to write into the server's log: closed.
  if (action === '_log') return new Response(null, { status: 404 })
  return NextAuth(request, context, authOptions(request.headers))
}

export { handleAuth as GET, handleAuth as POST }
