import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { authorizeProject, authorizeWorkspace } from '@/server/access/authorize'
import { REQUEST_PATH_HEADER } from '@/server/access/requestPathHeader'
import type { ProjectScope, WorkspaceScope } from '@/server/access/scope'
import { currentAccount, type SignedInAccount } from '@/server/auth/session'

/** Who is signed in, or null, for pages that strangers see as well. */
export const optionalAccount = currentAccount

/** Who is signed in; else the browser goes to the sign-in page, and from there back to this one. */
export async function requireAccount(): Promise<SignedInAccount> {
  const account = await currentAccount()
  if (account) return account
  const currentPath = (await headers()).get(REQUEST_PATH_HEADER) ?? '/'
  redirect(currentPath === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(currentPath)}`)
}

/**
 * The workspace that a page is in. Asked once per request however many parts of the page ask.
 * Those signed out go to the sign-in page; strangers see what everybody sees where nothing is.
 */
export async function requireWorkspace(slug: string): Promise<WorkspaceScope> {
  const account = await requireAccount()
  return (await authorizeWorkspaceOnce(account.id, account.sessionId, slug)) ?? notFound()
}

/** The same for a page in a project. */
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
