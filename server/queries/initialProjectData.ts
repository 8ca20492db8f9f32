import type { BoardData } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { publicRealtime } from '@/server/environment'
import { loadBoard } from './board'

/** The data that every screen of a project starts with: plain values, consistent at `board.seq`. */
export interface InitialProjectData {
  workspace: { id: string; slug: string }
  me: ProjectScope['person']
  board: BoardData
  realtime: { key: string; cluster: string; host: string | null; port: number | null; tls: boolean }
}

/**
 * Returns the initial data of a project; access has been checked. `withCards: false` leaves out the
 * tasks.
 */
export async function loadInitialProjectData(
  scope: ProjectScope,
  options?: { withCards: boolean },
): Promise<InitialProjectData> {
  const { cluster, ...settings } = publicRealtime()
  return {
    workspace: { id: scope.workspaceId, slug: scope.slug },
    me: scope.person,
    board: await loadBoard(scope, options),
    realtime: { ...settings, cluster: cluster ?? '' },
  }
}
