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

/** What the preview shows of a file: all that was found, less what only the run needs. */
export type ImportScanSummary = Omit<ScanResult, 'names' | 'parents' | 'projects'> & {
  projects: Omit<ScanResult['projects'][number], 'numbersByRank'>[]
}

export interface ImportPreview {
  summary: ImportSummary
  findings: ImportScanSummary
  /** What is proposed, or what was chosen when it ran before. */
  mapping: Mapping
  people: KnownPerson[]
  /** Keys and names of the workspace's projects. */
  projects: { key: string; name: string }[]
  /** Keys of the file whose numbers other tasks hold, the first of them. */
  keysInUse: string[]
}

/** Most bytes that a file may have. */
export const maxImportBytes = maxUploadBytes

/** All imports of a workspace, the newest first. */
export async function loadImports(scope: WorkspaceScope): Promise<ImportSummary[]> {
  requireImportAdmin(scope)
  return (await listImports(scope)).map(toSummary)
}

/**
 * One import and how far it is.
 * @throws ApiError `not-found` when the workspace has none with this id
 */
export async function loadImportProgress(
  scope: WorkspaceScope,
  id: string,
): Promise<ImportSummary> {
  requireImportAdmin(scope)
  return toSummary(await findImport(scope, id))
}

/** What is in the file and what would become of it; null until it has been read to the end. */
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

/** A page of the report, from the `from`-th line that the filter lets through. */
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
