import type { Ids } from '../world'
import { type Entry, inWorkspace } from './entry'

const onImport = (ids: Ids) => ({ ...inWorkspace(ids), id: ids.importId })

/** Imports of an export from elsewhere. */
export const imports: Record<string, Entry> = {
  'import.list': { for: 'admin', input: inWorkspace },
  'import.progress': { for: 'admin', input: onImport },
  'import.preview': { for: 'admin', input: onImport },
  'import.report': { for: 'admin', input: onImport },
  'import.start': { for: 'admin', input: (ids) => ({ ...onImport(ids), mapping: {} }) },
  'import.cancel': { for: 'admin', input: onImport },
  'import.discard': { for: 'admin', input: onImport },
}
