import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { project } from '@/db/schema/project'
import { ApiError } from '@/server/access/apiError'
import type { WorkspaceScope } from '@/server/access/scope'
import { findImport, listImports } from '@/server/import/activeImports'
import { loadScan } from '@/server/import/importStorage'
import { findKeysInUse } from '@/server/import/jira/findKeysInUse'
import { type KnownPerson, proposeMapping } from '@/server/import/jira/proposeMapping'
import type { ScanResult } from '@/server/import/jira/scanResult'
import type { Mapping } from '@/server/import/mapping'
import { maxUploadBytes } from '@/server/import/maxUploadBytes'
import { loadKnownPeople } from '@/server/import/placeholders'
import type { LineOutcome } from '@/server/import/report'
import { readReportPage } from '@/server/import/reportFile'
import type { StoredImport } from '@/server/import/storedImport'

const REPORT_PAGE_SIZE = 100

/** An import as lists and progress bars show it. */
export type ImportSummary = Omit<StoredImport, 'mapping' | 'workspaceId'>

/** The scan result that the preview shows, without the fields that only the run needs. */
export type ImportScanSummary = Omit<ScanResult, 'names' | 'parents' | 'projects'> & {
  projects: Omit<ScanResult['projects'][number], 'numbersByRank'>[]
}

export interface ImportPreview {
  summary: ImportSummary
  findings: ImportScanSummary
  /** The proposed mapping, or the one chosen for an earlier run. */
  mapping: Mapping
  people: KnownPerson[]
  /** Keys and names of the workspace's projects. */
  projects: { key: string; name: string }[]
  /** The first keys of the file whose numbers are used by other tasks. */
  keysInUse: string[]
}

/** The largest file size in bytes. */
export const maxImportBytes = maxUploadBytes

/** Returns all imports of a workspace, newest first. */
export async function loadImports(scope: WorkspaceScope): Promise<ImportSummary[]> {
  requireImportAdmin(scope)
  return (await listImports(scope)).map(toSummary)
}

/**
 * Returns an import with its progress.
 * @throws ApiError (not-found) when the workspace has no such import
 */
export async function loadImportProgress(
  scope: WorkspaceScope,
  id: string,
): Promise<ImportSummary> {
  requireImportAdmin(scope)
  return toSummary(await findImport(scope, id))
}

/** Returns the contents of the file and the proposed mapping; null until the scan is complete. */
export async function loadImportPreview(
  scope: WorkspaceScope,
  id: string,
): Promise<ImportPreview | null> {
  requireImportAdmin(scope)
  const stored = await findImport(scope, id)
  const scan = await loadScan(stored.id)
  if (!scan) return null
  const people = await loadKnownPeople(scope)
  const mapping = stored.mapping ?? proposeMapping(scan, people)
  const [keysInUse, projects] = await Promise.all([
    findKeysInUse(scope, scan, mapping),
    database()
      .db.select({ key: project.key, name: project.name })
      .from(project)
      .where(eq(project.workspaceId, scope.workspaceId))
      .orderBy(project.key),
  ])
  const { names: _, parents: __, ...findings } = scan
  return {
    summary: toSummary(stored),
    findings: {
      ...findings,
      projects: scan.projects.map(({ numbersByRank, ...project }) => project),
    },
    mapping,
    people,
    projects,
    keysInUse: [...keysInUse].slice(0, 20),
  }
}

/** Returns a page of the report, starting at the `from`-th line that matches the filter. */
export async function loadImportReport(
  scope: WorkspaceScope,
  id: string,
  filter: { outcomes?: LineOutcome[]; withNotes?: boolean; text?: string },
  from = 0,
) {
  requireImportAdmin(scope)
  const stored = await findImport(scope, id)
  return readReportPage(stored.id, filter, from, REPORT_PAGE_SIZE)
}

function toSummary({ mapping: _, workspaceId: __, ...rest }: StoredImport): ImportSummary {
  return rest
}

function requireImportAdmin(scope: WorkspaceScope): void {
  if (scope.person.role !== 'admin') throw new ApiError('forbidden', 'Only admins can import.')
}
