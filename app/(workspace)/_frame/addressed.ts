import { headers } from 'next/headers'
import { cache } from 'react'
import { ADDRESS_HEADER } from '@/server/access/addressHeader'
import { projectOfPage } from '@/server/access/page'
import { exists } from '@/server/queries/exists'
import { numberOf } from '../_task/task-key'
import { projectKeyOf } from './addresses'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const THING = /^\/[^/]+\/[^/]+\/(tasks|sprints|versions)\/([^/?]+)\/?(?:\?|$)/

/** The parts of a project whose things have addresses of their own. */
export type Part = 'tasks' | 'sprints' | 'versions'

/**
 * Whether there is a task (by its key), sprint or version (by their ids) in a project. Asked before
 * anything of the page is sent, so that what is missing is answered as such; once per request.
 */
export const isThere = cache(
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

/** Whether this page's address is of a thing that the project does not have. */
export async function leadsNowhere(slug: string, projectKey: string): Promise<boolean> {
  const [, part, name] = THING.exec((await headers()).get(ADDRESS_HEADER) ?? '') ?? []
  if (!part || !name) return false
  return !(await isThere(slug, projectKey, part as Part, decoded(name)))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
