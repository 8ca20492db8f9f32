import { database } from '@/db/client'
import type { Command } from '@/domain/commands'
import { type Id, LIMITS } from '@/domain/words'
import { importedCatalogId } from '../ids'
import { keyOf } from './catalog'
import { JIRA } from './context'
import type { ScannedProject } from './scanned'
import type { Named } from './source'
import { firstOf } from './text/wellFormed'

/** Our components and versions by what Jira calls theirs. */
export interface CatalogIds {
  components: ReadonlyMap<string, Id>
  fixVersions: ReadonlyMap<string, Id>
}

/**
 * Makes the components and versions of a Jira project, or finds those with their names.
 * @param send carries out a command on the project, giving `baseVersion` itself
 */
export async function bringCatalog(
  send: (command: Command) => Promise<unknown>,
  projectId: Id,
  { components, fixVersions }: Pick<ScannedProject, 'components' | 'fixVersions'>,
): Promise<CatalogIds> {
  const { sql } = database()
  const known = await sql<{ list: string; id: Id; name: string }[]>`
    select 'component' as list, id, name from component
      where project_id = ${projectId} and removed_at is null
    union all
    select 'version', id, name from fix_version
      where project_id = ${projectId} and removed_at is null`
  const here = new Map(known.map(({ list, id, name }) => [`${list} ${plain(name)}`, id]))
  const find = async (list: 'component' | 'version', each: Named, make: Made) => {
    const name = firstOf(each.name.trim(), LIMITS.name)
    const found = here.get(`${list} ${plain(name)}`)
    if (found) return found
    const id = importedCatalogId(projectId, JIRA, list, keyOf(each))
    await make(id, name)
    here.set(`${list} ${plain(name)}`, id)
    return id
  }
  const ids = { components: new Map<string, Id>(), fixVersions: new Map<string, Id>() }
  for (const each of components) {
    const id = await find('component', each, (componentId, name) =>
      send({ type: 'component.add', baseVersion: 0, componentId, name }),
    )
    ids.components.set(keyOf(each), id)
  }
  for (const each of fixVersions) {
    const { state, releaseDate } = each
    const id = await find('version', each, async (versionId, name) => {
      await send({ type: 'version.add', baseVersion: 0, versionId, name, releaseDate })
      if (state === 'planned') return
      await send({ type: 'version.edit', baseVersion: 0, versionId, set: { state } })
    })
    ids.fixVersions.set(keyOf(each), id)
  }
  return ids
}

type Made = (id: Id, name: string) => Promise<unknown>
const plain = (name: string) => name.trim().toLowerCase()
