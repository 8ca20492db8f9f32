import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { parseTaskNumber } from '@/app/_features/task/parseTaskNumber'
import { requireProject } from '@/server/access/pageAccess'
import { REQUEST_PATH_HEADER } from '@/server/access/requestPathHeader'
import { existsInProject } from '@/server/queries/existsInProject'
import { projectKeyOf } from './routes'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ITEM_PATH = /^\/[^/]+\/[^/]+\/(tasks|sprints|versions)\/([^/?]+)\/?(?:\?|$)/

/** The parts of a project whose things have addresses of their own. */
type ItemKind = 'tasks' | 'sprints' | 'versions'

/**
 * Ends a page whose task (by its key), sprint or version (by their ids) is missing, while nothing
 * is sent yet that says otherwise. Only where the browser loads it as a whole: what the app fetches
 * ahead may be so new that its own command is still under way, and must not be kept as missing.
 */
export async function ensureItemExists(
  slug: string,
  projectKey: string,
  kind: ItemKind,
  name: string,
) {
  if ((await isDocumentRequest()) && !(await itemExists(slug, projectKey, kind, name))) notFound()
}

/** Whether the browser loads this page as a whole, for something that the project does not have. */
export async function isMissingItem(slug: string, projectKey: string): Promise<boolean> {
  const [, kind, name] = ITEM_PATH.exec((await headers()).get(REQUEST_PATH_HEADER) ?? '') ?? []
  if (!kind || !name || !(await isDocumentRequest())) return false
  return !(await itemExists(slug, projectKey, kind as ItemKind, name))
}

/** Once per request, however many parts of the page ask. */
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

/** Without TLS browsers do not say what for they ask; programs name neither that nor a referrer. */
async function isDocumentRequest(): Promise<boolean> {
  const requestHeaders = await headers()
  const fetchDest = requestHeaders.get('sec-fetch-dest')
  if (fetchDest) return fetchDest === 'document'
  return (
    requestHeaders.get('accept')?.includes('text/html') === true || !requestHeaders.has('referer')
  )
}
