import { v7 } from 'uuid'
import { apiClient } from '@/app/_api/apiClient'
import { createProjectApi } from '@/app/_api/projectApi'
import { windowQueue } from '@/app/_api/queue/windowQueue'
import { userMessages } from '@/app/_api/userMessages'
import type { Id } from '@/domain/kernel/primitives'
import type { InitialData } from '../replicaTypes'
import { ProjectStore } from '../store/projectStore'
import type { UndoSteps } from '../store/undoStack'
import { PusherTransport } from '../sync/pusherTransport'

// The board and the settings of a project have separate stores, which share the undo steps.
const undoStepsByProject = new Map<Id, UndoSteps>()

function undoStepsOf(projectId: Id): UndoSteps {
  const steps = undoStepsByProject.get(projectId) ?? { undoable: [], redoable: [] }
  undoStepsByProject.set(projectId, steps)
  return steps
}

/** Creates a project's store with the browser's dependencies. On the server it never changes. */
export function createProjectStore(initial: InitialData): ProjectStore {
  const { realtime, board } = initial
  const projectId = board.project.id
  const loadClient = () => import('../sync/pusherClient')
  return new ProjectStore(initial, {
    api: createProjectApi(apiClient, projectId),
    queue: windowQueue(initial.me.id),
    transport:
      realtime &&
      new PusherTransport({
        projectId,
        settings: realtime,
        loadClient,
        onUserMessage: (name) => userMessages.emit(name),
      }),
    newId: () => v7(),
    // A server renders for many people, so it keeps no undo steps.
    ...(typeof window !== 'undefined' && { undoSteps: undoStepsOf(projectId) }),
  })
}
