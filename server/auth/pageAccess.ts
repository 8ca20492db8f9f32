import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { authorizeProject, authorizeWorkspace } from '@/server/access/authorize'
import { REQUEST_PATH_HEADER } from '@/server/access/requestPathHeader'
import type { ProjectScope, WorkspaceScope } from '@/server/access/scope'
import { currentAccount, type SignedInAccount } from '@/server/auth/session'

/** Returns the signed-in account, or null, for pages that are also public. */
export const optionalAccount = currentAccount

/**
 * Returns the signed-in account. Otherwise redirects to the sign-in page, which leads back to this
 * page.
 */
export async function requireAccount(): Promise<SignedInAccount> {
  const account = await currentAccount()
  if (account) return account
  const currentPath = (await headers()).get(REQUEST_PATH_HEADER) ?? '/'
  redirect(currentPath === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(currentPath)}`)
}

/**
 * Returns the scope of a page's workspace, with one check per request however many components ask.
 * Redirects to the sign-in page without a session, and shows the not-found page to non-members.
 */
export async function requireWorkspace(slug: string): Promise<WorkspaceScope> {
  const account = await requireAccount()
  return (await authorizeWorkspaceOnce(account.id, account.sessionId, slug)) ?? notFound()
}

/** Returns the scope of a page's project; otherwise as `requireWorkspace`. */
export async function requireProject(slug: string, key: string): Promise<ProjectScope> {
  const account = await requireAccount()
  return (await authorizeProjectOnce(account.id, account.sessionId, slug, key)) ?? notFound()
}

const authorizeWorkspaceOnce = cache((id: string, sessionId: string, slug: string) =>
  authorizeWorkspace({ id, sessionId }, slug),
)
const authorizeProjectOnce = cache((id: string, sessionId: string, slug: string, key: string) =>
  authorizeProject({ id, sessionId }, slug, key),
)
