import type { BoardData } from '@/domain/views/board'
import type { ProjectScope } from '@/server/access/scope'
import { publicRealtime } from '@/server/environment'
import { loadBoard } from './board'

/** What every screen of a project opens with; plain data, true at `board.seq`. */
export interface InitialProjectData {
  workspace: { id: string; slug: string }
  me: ProjectScope['person']
  board: BoardData
  realtime: { key: string; cluster: string; host: string | null; port: number | null; tls: boolean }
}

/** Reads a project for whoever was let in. `withCards: false` leaves its tasks out. */
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
