import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { type Account, currentAccount } from '@/server/auth/session'
import { ADDRESS_HEADER } from './addressHeader'
import { enterProject, enterWorkspace } from './enter'
import type { ProjectScope, WorkspaceScope } from './scope'

/** Who is signed in, or null, for pages that strangers see as well. */
export const visitorOfPage = currentAccount

/** Who is signed in; else the browser goes to the sign-in page, and from there back to this one. */
export async function accountOfPage(): Promise<Account> {
  const account = await currentAccount()
  if (account) return account
  const here = (await headers()).get(ADDRESS_HEADER) ?? '/'
  redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`)
}

/**
 * The workspace that a page is in. Asked once per request however many parts of the page ask.
 * Those signed out go to the sign-in page; strangers see what everybody sees where nothing is.
 */
export async function workspaceOfPage(slug: string): Promise<WorkspaceScope> {
  const account = await accountOfPage()
  return (await workspaceOnce(account.id, account.sessionId, slug)) ?? notFound()
}

/** The same for a page in a project. */
export async function projectOfPage(slug: string, key: string): Promise<ProjectScope> {
  const account = await accountOfPage()
  return (await projectOnce(account.id, account.sessionId, slug, key)) ?? notFound()
}

const workspaceOnce = cache((id: string, sessionId: string, slug: string) =>
  enterWorkspace({ id, sessionId }, slug),
)
const projectOnce = cache((id: string, sessionId: string, slug: string, key: string) =>
  enterProject({ id, sessionId }, slug, key),
)
