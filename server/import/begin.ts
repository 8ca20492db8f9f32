import { Problem } from '../access/problem'
import type { WorkspaceScope } from '../access/scope'
import { loadScan, removeImport } from './folder'
import { propose } from './jira/propose'
import { type Mapping, type MappingChanges, withChanges } from './mapping'
import { knownPeople } from './placeholders'
import { askToStop, startRunning } from './work'
import { importOf } from './working'

/**
 * Starts an import as somebody has mapped it.
 * @throws Problem when it is not ready, or naming the part of the mapping at fault
 */
export async function beginImport(
  scope: WorkspaceScope,
  id: string,
  changes: MappingChanges,
): Promise<void> {
  const stored = await importOf(scope, id)
  if (stored.state === 'done') throw new Problem('invalid', 'This import is done.')
  if (stored.state === 'running') throw new Problem('conflict', 'This import is running already.')
  const scan = await loadScan(stored.id)
  if (!scan) throw new Problem('invalid', 'The file has not been read to the end yet.')
  const people = await knownPeople(scope)
  const mapping = changed(propose(scan, people), changes)
  const fault = faultOf(mapping, new Set(people.map((each) => each.id)))
  if (fault) throw fault
  await startRunning(scope, stored, mapping)
}

function changed(proposal: Mapping, changes: MappingChanges): Mapping {
  try {
    return withChanges(proposal, changes)
  } catch (error) {
    throw new Problem('invalid', error instanceof Error ? error.message : String(error))
  }
}

/** What makes a mapping impossible, or null. */
export function faultOf(mapping: Mapping, known: Set<string>): Problem | null {
  const taken = Object.entries(mapping.projects).filter(([, project]) => project.take)
  if (taken.length === 0) return new Problem('invalid', 'Choose at least one project.', 'projects')
  const keys = taken.map(([, project]) => project.key)
  const twice = keys.find((key, i) => keys.indexOf(key) !== i)
  if (twice) {
    return new Problem('invalid', `Two projects would get the key ${twice}.`, 'projects')
  }
  const stranger = Object.entries(mapping.people).find(([, id]) => id && !known.has(id))
  return stranger
    ? new Problem('invalid', `“${stranger[0]}” is matched to somebody who is not here.`, 'people')
    : null
}

/** Asks a running import to stop; what was brought in by then stays. */
export async function cancelImport(scope: WorkspaceScope, id: string): Promise<void> {
  const stored = await importOf(scope, id)
  if (stored.state === 'running' || stored.state === 'reading') await askToStop(stored.id)
}

/**
 * Forgets an import, its file and its report. What it brought in stays.
 * @throws Problem while it is at work
 */
export async function discardImport(scope: WorkspaceScope, id: string): Promise<void> {
  const stored = await importOf(scope, id)
  if (stored.state === 'running' || stored.state === 'reading') {
    throw new Problem('conflict', 'Stop the import first.')
  }
  await removeImport(stored.id)
}
