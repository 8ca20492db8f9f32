import { database } from '@/db/client'
import { Problem } from '@/server/access/problem'
import type { WorkspaceScope } from '@/server/access/scope'
import { loadScan } from '@/server/import/folder'
import { clashesOf } from '@/server/import/jira/clashes'
import { type KnownPerson, propose } from '@/server/import/jira/propose'
import type { Scan } from '@/server/import/jira/scanned'
import type { Mapping } from '@/server/import/mapping'
import { knownPeople } from '@/server/import/placeholders'
import type { LineOutcome } from '@/server/import/report'
import { reportPage } from '@/server/import/reportFile'
import type { StoredImport } from '@/server/import/stored'
import { importOf, importsOf } from '@/server/import/working'
import { largestUpload } from '../import/limit'

const REPORT_PAGE = 100

/** An import as lists and progress bars show it. */
export type ImportSummary = Omit<StoredImport, 'mapping' | 'workspaceId'>

/** What the preview shows of a file: all that was found, less what only the run needs. */
export type ImportFindings = Omit<Scan, 'names' | 'parents' | 'projects'> & {
  projects: Omit<Scan['projects'][number], 'order'>[]
}

export interface ImportPreview {
  summary: ImportSummary
  findings: ImportFindings
  /** What is proposed, or what was chosen when it ran before. */
  mapping: Mapping
  people: KnownPerson[]
  /** Keys and names of the workspace's projects. */
  projects: { key: string; name: string }[]
  /** Keys of the file whose numbers other tasks hold, the first of them. */
  clashes: string[]
}

/** Most bytes that a file may have. */
export const largestImport = largestUpload

/** All imports of a workspace, the newest first. */
export async function imports(scope: WorkspaceScope): Promise<ImportSummary[]> {
  mustBeAdmin(scope)
  return (await importsOf(scope)).map(summary)
}

/**
 * One import and how far it is.
 * @throws Problem `missing` when the workspace has none with this id
 */
export async function importProgress(scope: WorkspaceScope, id: string): Promise<ImportSummary> {
  mustBeAdmin(scope)
  return summary(await importOf(scope, id))
}

/** What is in the file and what would become of it; null until it has been read to the end. */
export async function importPreview(
  scope: WorkspaceScope,
  id: string,
): Promise<ImportPreview | null> {
  mustBeAdmin(scope)
  const stored = await importOf(scope, id)
  const scan = await loadScan(stored.id)
  if (!scan) return null
  const people = await knownPeople(scope)
  const mapping = stored.mapping ?? propose(scan, people)
  const [clashes, projects] = await Promise.all([
    clashesOf(scope, scan, mapping),
    database().sql<{ key: string; name: string }[]>`
      select key, name from project where workspace_id = ${scope.workspaceId} order by key`,
  ])
  const { names: _, parents: __, ...findings } = scan
  return {
    summary: summary(stored),
    findings: { ...findings, projects: scan.projects.map(({ order, ...project }) => project) },
    mapping,
    people,
    projects,
    clashes: [...clashes].slice(0, 20),
  }
}

/** A page of the report, from the `from`-th line that the filter lets through. */
export async function importReport(
  scope: WorkspaceScope,
  id: string,
  filter: { outcomes?: LineOutcome[]; noted?: boolean; text?: string },
  from = 0,
) {
  mustBeAdmin(scope)
  const stored = await importOf(scope, id)
  return reportPage(stored.id, filter, from, REPORT_PAGE)
}

function summary({ mapping: _, workspaceId: __, ...rest }: StoredImport): ImportSummary {
  return rest
}

function mustBeAdmin(scope: WorkspaceScope): void {
  if (scope.person.role !== 'admin') throw new Problem('forbidden', 'Only admins can import.')
}
