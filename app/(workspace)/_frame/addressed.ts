import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ADDRESS_HEADER } from '@/server/access/addressHeader'
import { projectOfPage } from '@/server/access/page'
import { exists } from '@/server/queries/exists'
import { numberOf } from '../_task/task-key'
import { projectKeyOf } from './addresses'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const THING = /^\/[^/]+\/[^/]+\/(tasks|sprints|versions)\/([^/?]+)\/?(?:\?|$)/

/** The parts of a project whose things have addresses of their own. */
type Part = 'tasks' | 'sprints' | 'versions'

/**
 * Ends a page whose task (by its key), sprint or version (by their ids) is missing, while nothing
 * is sent yet that says otherwise. Only where the browser loads it as a whole: what the app fetches
 * ahead may be so new that its own command is still under way, and must not be kept as missing.
 */
export async function mustExist(slug: string, projectKey: string, part: Part, name: string) {
  if ((await isDocument()) && !(await isThere(slug, projectKey, part, name))) notFound()
}

/** Whether the browser loads this page as a whole, for something that the project does not have. */
export async function leadsNowhere(slug: string, projectKey: string): Promise<boolean> {
  const [, part, name] = THING.exec((await headers()).get(ADDRESS_HEADER) ?? '') ?? []
  if (!part || !name || !(await isDocument())) return false
  return !(await isThere(slug, projectKey, part as Part, name))
}

/** Once per request, however many parts of the page ask. */
const isThere = cache(
  async (slug: string, projectKey: string, part: Part, name: string): Promise<boolean> => {
    const scope = await projectOfPage(slug, projectKey)
    if (part === 'tasks') {
      const task = projectKeyOf(name) === projectKey ? numberOf(name) : null
      return task !== null && exists(scope, { task })
    }
    if (!UUID.test(name)) return false
    return exists(scope, part === 'sprints' ? { sprint: name } : { version: name })
  },
)

/** Without TLS browsers do not say what for they ask; programs name neither that nor a referrer. */
async function isDocument(): Promise<boolean> {
  const asked = await headers()
  const wanted = asked.get('sec-fetch-dest')
  if (wanted) return wanted === 'document'
  return asked.get('accept')?.includes('text/html') === true || !asked.has('referer')
}
