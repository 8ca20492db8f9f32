import type { FixtureIds } from '../workspaceFixture'
import { type ProcedureAccess, workspaceInput } from './procedureAccess'

const importInput = (ids: FixtureIds) => ({ ...workspaceInput(ids), id: ids.importId })

/** Procedures of imports. */
export const importProcedures: Record<string, ProcedureAccess> = {
  'import.list': { allowed: 'admin', input: workspaceInput },
  'import.progress': { allowed: 'admin', input: importInput },
  'import.preview': { allowed: 'admin', input: importInput },
  'import.report': { allowed: 'admin', input: importInput },
  'import.start': { allowed: 'admin', input: (ids) => ({ ...importInput(ids), mapping: {} }) },
  'import.cancel': { allowed: 'admin', input: importInput },
  'import.discard': { allowed: 'admin', input: importInput },
}
