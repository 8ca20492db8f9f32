import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { REQUEST_PATH_HEADER } from '@/server/access/requestPathHeader'
import { requireProject } from '@/server/auth/pageAccess'
import { existsInProject } from '@/server/queries/existsInProject'
import { parseTaskNumber } from './parseTaskNumber'
import { projectKeyOf } from './routes'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ITEM_PATH = /^\/[^/]+\/[^/]+\/(tasks|sprints|versions)\/([^/?]+)\/?(?:\?|$)/

/** The parts of a project whose items have URLs of their own. */
type ItemKind = 'tasks' | 'sprints' | 'versions'

/**
 * Answers 404 for a page whose task (by key), sprint or version (by id) does not exist, before any
 * of the page is sent. Only for full page loads: an item that the app prefetches may be so new that
 * its command is still being saved, and must not be cached as missing.
 */
export async function ensureItemExists(
  slug: string,
  projectKey: string,
  kind: ItemKind,
  name: string,
) {
  if ((await isDocumentRequest()) && !(await itemExists(slug, projectKey, kind, name))) notFound()
}

/** Returns true when the browser loads a whole page for an item that the project does not have. */
export async function isMissingItem(slug: string, projectKey: string): Promise<boolean> {
  const [, kind, name] = ITEM_PATH.exec((await headers()).get(REQUEST_PATH_HEADER) ?? '') ?? []
  if (!kind || !name || !(await isDocumentRequest())) return false
  return !(await itemExists(slug, projectKey, kind as ItemKind, name))
}

/** Queries once per request, although several parts of the page need the result. */
const itemExists = cache(
  async (slug: string, projectKey: string, kind: ItemKind, name: string): Promise<boolean> => {
    const scope = await requireProject(slug, projectKey)
    if (kind === 'tasks') {
      const taskNumber = projectKeyOf(name) === projectKey ? parseTaskNumber(name) : null
      return taskNumber !== null && existsInProject(scope, { task: taskNumber })
    }
    if (!UUID.test(name)) return false
    return existsInProject(scope, kind === 'sprints' ? { sprint: name } : { version: name })
  },
)

/** Without TLS browsers send no Sec-Fetch headers. Programs send neither those nor a referrer. */
async function isDocumentRequest(): Promise<boolean> {
  const requestHeaders = await headers()
  const fetchDest = requestHeaders.get('sec-fetch-dest')
  if (fetchDest) return fetchDest === 'document'
  return (
    requestHeaders.get('accept')?.includes('text/html') === true || !requestHeaders.has('referer')
  )
}
