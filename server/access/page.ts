import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Account, currentAccount } from '@/server/auth/session'
import { enterProject, enterWorkspace } from './enter'
import type { ProjectScope, WorkspaceScope } from './scope'

/** Who is signed in, or null, for pages that strangers see as well. */
export const visitorOfPage = currentAccount

/** Who is signed in; else the browser goes to the sign-in page, and from there back to `here`. */
export async function accountOfPage(here: string): Promise<Account> {
  return (await currentAccount()) ?? redirect(signInPage(here))
}

/**
 * The workspace that a page is in. Asked once per request however many parts of the page ask.
 * Those signed out go to the sign-in page; strangers see what everybody sees where nothing is.
 * @param here the page's address, to come back to after signing in
 */
export async function workspaceOfPage(slug: string, here = `/${slug}`): Promise<WorkspaceScope> {
  const account = await accountOfPage(here)
  return (await workspaceOnce(account.id, account.sessionId, slug)) ?? notFound()
}

/** The same for a page in a project. */
export async function projectOfPage(
  slug: string,
  key: string,
  here = `/${slug}/${key}`,
): Promise<ProjectScope> {
  const account = await accountOfPage(here)
  return (await projectOnce(account.id, account.sessionId, slug, key)) ?? notFound()
}

const workspaceOnce = cache((id: string, sessionId: string, slug: string) =>
  enterWorkspace({ id, sessionId }, slug),
)
const projectOnce = cache((id: string, sessionId: string, slug: string, key: string) =>
  enterProject({ id, sessionId }, slug, key),
)

function signInPage(here: string): string {
  return here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`
}
