import { database } from '@/db/client'
import type { Command } from '@/domain/commands'
import { VERSION_STATES, type Version } from '@/domain/component/componentsAndVersions'
import { type Id, LIMITS } from '@/domain/kernel/primitives'
import { importClientId, importedComponentOrVersionId } from '../importedIds'
import { sourceKeyOf } from './componentAndVersionStats'
import type { ScannedProject } from './scanResult'
import type { SourceEntity, SourceVersion } from './sourceIssue'
import { truncateText } from './text/toWellFormed'
import { JIRA } from './valueMapper'

/** Ids of components and versions by Jira's identifiers. */
export interface ComponentAndVersionIds {
  components: ReadonlyMap<string, Id>
  fixVersions: ReadonlyMap<string, Id>
}

/**
 * Creates the components and versions of a Jira project, or finds those with the same names.
 * Versions of an earlier import that have since been released or archived in Jira are updated,
 * unless people have changed them here; `notes` lists them.
 * @param send runs a command on the project and sets its `baseVersion`
 */
export async function importComponentsAndVersions(
  send: (command: Command) => Promise<unknown>,
  projectId: Id,
  { components, fixVersions }: Pick<ScannedProject, 'components' | 'fixVersions'>,
): Promise<ComponentAndVersionIds & { notes: string[] }> {
  const { sql } = database()
  const existing = await sql<ExistingEntry[]>`
    select 'component' as list, id, name, null as state, null as "releaseDate" from component
      where project_id = ${projectId} and removed_at is null
    union all
    select 'version', id, name, state, release_date::text from project_version
      where project_id = ${projectId} and removed_at is null`
  const idByName = new Map(
    existing.map((each) => [`${each.list} ${normalizeName(each.name)}`, each.id]),
  )
  const existingById = new Map(existing.map((each) => [each.id, each]))
  const findOrCreate = async (
    list: 'component' | 'version',
    each: SourceEntity,
    make: CreateEntry,
  ) => {
    const name = truncateText(each.name.trim(), LIMITS.name)
    const found = idByName.get(`${list} ${normalizeName(name)}`)
    if (found) return found
    const id = importedComponentOrVersionId(projectId, JIRA, list, sourceKeyOf(each))
    await make(id, name)
    idByName.set(`${list} ${normalizeName(name)}`, id)
    return id
  }
  const notes: string[] = []
  const ids = { components: new Map<string, Id>(), fixVersions: new Map<string, Id>() }
  for (const each of components) {
    const id = await findOrCreate('component', each, (componentId, name) =>
      send({ type: 'component.add', baseVersion: 0, componentId, name }),
    )
    ids.components.set(sourceKeyOf(each), id)
  }
  for (const each of fixVersions) {
    const { state, releaseDate } = each
    const id = await findOrCreate('version', each, async (versionId, name) => {
      await send({ type: 'version.add', baseVersion: 0, versionId, name, releaseDate })
      if (state === 'planned') return
      await send({ type: 'version.edit', baseVersion: 0, versionId, set: { state } })
    })
    ids.fixVersions.set(sourceKeyOf(each), id)
    const update = versionUpdate(each, existingById.get(id))
    if (!update) continue
    const isChangedHere = await isChangedLocally(projectId, id)
    const set = { state: update.state, releaseDate: update.releaseDate }
    if (!isChangedHere) await send({ type: 'version.edit', baseVersion: 0, versionId: id, set })
    const consequence = isChangedHere
      ? 'It stays as it is here: it was made or changed here.'
      : 'So it is here now.'
    notes.push(`The version “${each.name}” ${update.words} in Jira. ${consequence}`)
  }
  return { ...ids, notes }
}

type ExistingEntry = { list: string; id: Id; name: string } & Partial<
  Pick<Version, 'state' | 'releaseDate'>
>

/** Returns how a version has progressed in Jira since it was imported; null when it has not. */
function versionUpdate(
  { state, releaseDate, guessed }: SourceVersion,
  existing: ExistingEntry | undefined,
) {
  if (guessed || !existing?.state) return null
  const isAhead = VERSION_STATES.indexOf(state) > VERSION_STATES.indexOf(existing.state)
  const day = releaseDate ?? existing.releaseDate ?? null
  if (!isAhead && day === existing.releaseDate) return null
  const words = isAhead ? `is ${state}` : 'has another release date'
  return { words, state: isAhead ? state : existing.state, releaseDate: day }
}

/** Returns true when people created a version here, or changed it after its import. */
async function isChangedLocally(projectId: Id, versionId: Id): Promise<boolean> {
  const [row] = await database().sql`
    select 1 from event where project_id = ${projectId} and task_id is null
      and type in ('version.added', 'version.edited', 'version.restored')
      and data->>'versionId' = ${versionId} and client_id <> ${importClientId(projectId)} limit 1`
  return row !== undefined
}

type CreateEntry = (id: Id, name: string) => Promise<unknown>
const normalizeName = (name: string) => name.trim().toLowerCase()
