import { ApiError } from '@/server/access/apiError'
import type { WorkspaceScope } from '@/server/access/scope'
import { findImport } from './activeImports'
import { requestCancel, startImportRun } from './importJobs'
import { loadScan, removeImport } from './importStorage'
import { proposeMapping } from './jira/proposeMapping'
import { applyMappingChanges, type Mapping, type MappingChanges } from './mapping'
import { loadKnownPeople } from './placeholders'

/**
 * Starts an import with a mapping.
 * @throws ApiError when it is not ready, or naming the invalid part of the mapping
 */
export async function startImport(
  scope: WorkspaceScope,
  id: string,
  changes: MappingChanges,
): Promise<void> {
  const stored = await findImport(scope, id)
  if (stored.state === 'done') throw new ApiError('invalid', 'This import is done.')
  if (stored.state === 'running') throw new ApiError('conflict', 'This import is running already.')
  const scan = await loadScan(stored.id)
  if (!scan) throw new ApiError('invalid', 'The file has not been read to the end yet.')
  const people = await loadKnownPeople(scope)
  const mapping = applyChanges(proposeMapping(scan, people), changes)
  const invalidity = validateMapping(mapping, new Set(people.map((each) => each.id)))
  if (invalidity) throw invalidity
  await startImportRun(scope, stored, mapping)
}

function applyChanges(proposal: Mapping, changes: MappingChanges): Mapping {
  try {
    return applyMappingChanges(proposal, changes)
  } catch (error) {
    throw new ApiError('invalid', error instanceof Error ? error.message : String(error))
  }
}

/** Returns the error in a mapping, or null. */
export function validateMapping(mapping: Mapping, knownIds: Set<string>): ApiError | null {
  const includedProjects = Object.entries(mapping.projects).filter(
    ([, project]) => project.included,
  )
  if (includedProjects.length === 0)
    return new ApiError('invalid', 'Choose at least one project.', 'projects')
  const keys = includedProjects.map(([, project]) => project.key)
  const duplicateKey = keys.find((key, i) => keys.indexOf(key) !== i)
  if (duplicateKey) {
    return new ApiError('invalid', `Two projects would get the key ${duplicateKey}.`, 'projects')
  }
  const unknownPerson = Object.entries(mapping.people).find(([, id]) => id && !knownIds.has(id))
  return unknownPerson
    ? new ApiError(
        'invalid',
        `“${unknownPerson[0]}” is matched to somebody who is not here.`,
        'people',
      )
    : null
}

/** Asks a running import to stop. What is already imported stays. */
export async function cancelImport(scope: WorkspaceScope, id: string): Promise<void> {
  const stored = await findImport(scope, id)
  if (stored.state === 'running' || stored.state === 'reading') await requestCancel(stored.id)
}

/**
 * Deletes an import, its file and its report. What it imported stays.
 * @throws ApiError while it is uploaded or running
 */
export async function discardImport(scope: WorkspaceScope, id: string): Promise<void> {
  const stored = await findImport(scope, id)
  if (stored.state === 'running' || stored.state === 'reading') {
    throw new ApiError('conflict', 'Stop the import first.')
  }
  if (stored.state === 'uploading') {
    throw new ApiError('conflict', 'This file is still being uploaded.')
  }
  await removeImport(stored.id)
}
