import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { component, projectVersion } from '@/db/schema/componentsAndVersions'
import { event } from '@/db/schema/eventLog'
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
  const existing = await loadExisting(projectId)
  const idByName = new Map([
    ...existing.components.map(({ name, id }) => [`component ${normalizeName(name)}`, id] as const),
    ...existing.versions.map(({ name, id }) => [`version ${normalizeName(name)}`, id] as const),
  ])
  const versionById = new Map(existing.versions.map((each) => [each.id, each]))
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
    const update = versionUpdate(each, versionById.get(id))
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

async function loadExisting(projectId: Id) {
  const { db } = database()
  const { id, name, state, releaseDate } = projectVersion
  const [components, versions] = await Promise.all([
    db
      .select({ id: component.id, name: component.name })
      .from(component)
      .where(and(eq(component.projectId, projectId), isNull(component.removedAt))),
    db
      .select({ id, name, state, releaseDate })
      .from(projectVersion)
      .where(and(eq(projectVersion.projectId, projectId), isNull(projectVersion.removedAt))),
  ])
  return { components, versions }
}

/** Returns how a version has progressed in Jira since it was imported; null when it has not. */
function versionUpdate(
  { state, releaseDate, guessed }: SourceVersion,
  existing: Pick<Version, 'state' | 'releaseDate'> | undefined,
) {
  if (guessed || !existing) return null
  const isAhead = VERSION_STATES.indexOf(state) > VERSION_STATES.indexOf(existing.state)
  const day = releaseDate ?? existing.releaseDate
  if (!isAhead && day === existing.releaseDate) return null
  const words = isAhead ? `is ${state}` : 'has another release date'
  return { words, state: isAhead ? state : existing.state, releaseDate: day }
}

/** Returns true when people created a version here, or changed it after its import. */
async function isChangedLocally(projectId: Id, versionId: Id): Promise<boolean> {
  const [row] = await database()
    .db.select({ seq: event.seq })
    .from(event)
    .where(
      and(
        eq(event.projectId, projectId),
        isNull(event.taskId),
        inArray(event.type, ['version.added', 'version.edited', 'version.restored']),
        sql`${event.data}->>'versionId' = ${versionId}`,
        ne(event.clientId, importClientId(projectId)),
      ),
    )
    .limit(1)
  return row !== undefined
}

type CreateEntry = (id: Id, name: string) => Promise<unknown>
const normalizeName = (name: string) => name.trim().toLowerCase()
