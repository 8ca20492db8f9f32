import { database } from '@/db/client'
import { type FixVersion, VERSION_STATES } from '@/domain/catalog/catalog'
import type { Command } from '@/domain/commands'
import { type Id, LIMITS } from '@/domain/words'
import { importClientId, importedCatalogId } from '../ids'
import { keyOf } from './catalog'
import { JIRA } from './context'
import type { ScannedProject } from './scanned'
import type { Named, SourceVersion } from './source'
import { firstOf } from './text/wellFormed'

/** Our components and versions by what Jira calls theirs. */
export interface CatalogIds {
  components: ReadonlyMap<string, Id>
  fixVersions: ReadonlyMap<string, Id>
}

/**
 * Makes the components and versions of a Jira project, or finds those with their names. Versions of
 * an earlier import that have been released or archived in Jira since are so here, unless people
 * here have changed them; `notes` says which.
 * @param send carries out a command on the project, giving `baseVersion` itself
 */
export async function bringCatalog(
  send: (command: Command) => Promise<unknown>,
  projectId: Id,
  { components, fixVersions }: Pick<ScannedProject, 'components' | 'fixVersions'>,
): Promise<CatalogIds & { notes: string[] }> {
  const { sql } = database()
  const known = await sql<Known[]>`
    select 'component' as list, id, name, null as state, null as "releaseDate" from component
      where project_id = ${projectId} and removed_at is null
    union all
    select 'version', id, name, state, release_date::text from fix_version
      where project_id = ${projectId} and removed_at is null`
  const here = new Map(known.map((each) => [`${each.list} ${plain(each.name)}`, each.id]))
  const before = new Map(known.map((each) => [each.id, each]))
  const find = async (list: 'component' | 'version', each: Named, make: Made) => {
    const name = firstOf(each.name.trim(), LIMITS.name)
    const found = here.get(`${list} ${plain(name)}`)
    if (found) return found
    const id = importedCatalogId(projectId, JIRA, list, keyOf(each))
    await make(id, name)
    here.set(`${list} ${plain(name)}`, id)
    return id
  }
  const notes: string[] = []
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
    const news = newsOf(each, before.get(id))
    if (!news) continue
    const isOurs = await isKeptHere(projectId, id)
    const set = { state: news.state, releaseDate: news.releaseDate }
    if (!isOurs) await send({ type: 'version.edit', baseVersion: 0, versionId: id, set })
    const end = isOurs
      ? 'It stays as it is here: it was made or changed here.'
      : 'So it is here now.'
    notes.push(`The version “${each.name}” ${news.words} in Jira. ${end}`)
  }
  return { ...ids, notes }
}

type Known = { list: string; id: Id; name: string } & Partial<
  Pick<FixVersion, 'state' | 'releaseDate'>
>

/** How far a version has come in Jira since it was brought here; null: no further. */
function newsOf({ state, releaseDate, guessed }: SourceVersion, here: Known | undefined) {
  if (guessed || !here?.state) return null
  const isAhead = VERSION_STATES.indexOf(state) > VERSION_STATES.indexOf(here.state)
  const day = releaseDate ?? here.releaseDate ?? null
  if (!isAhead && day === here.releaseDate) return null
  const words = isAhead ? `is ${state}` : 'has another release day'
  return { words, state: isAhead ? state : here.state, releaseDate: day }
}

/** Whether people here have made a version, or changed it since an import brought it. */
async function isKeptHere(projectId: Id, versionId: Id): Promise<boolean> {
  const [row] = await database().sql`
    select 1 from event where project_id = ${projectId} and task_id is null
      and type in ('version.added', 'version.edited', 'version.restored')
      and data->>'versionId' = ${versionId} and client_id <> ${importClientId(projectId)} limit 1`
  return row !== undefined
}

type Made = (id: Id, name: string) => Promise<unknown>
const plain = (name: string) => name.trim().toLowerCase()
