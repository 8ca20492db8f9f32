import { WORKFLOWS } from '@/domain/project/templates'
import type { Rule, Transition } from '@/domain/project/transition'
import type { Player } from './play'
import { onProject, type Scene } from './scene'

const to = (status: string, ...rules: Rule[]): Transition => ({ to: status, rules })
const resolved = (as: string | null): Rule => ({ kind: 'set', field: 'resolution', to: as })

/** Where tasks of the second project may go, and what is asked of them. */
const WAYS: Record<string, Transition[]> = {
  todo: [to('in-progress', { kind: 'set', field: 'assignees', to: 'actor' })],
  'in-progress': [to('todo'), to('review', { kind: 'require', fields: ['estimate'] })],
  review: [to('in-progress'), to('done', resolved('Done'))],
  done: [to('todo', resolved(null))],
}

/** The first of the people draws a workflow of their own for a project of the scrum template. */
export function drawnBy(player: Player, at: number): Scene {
  const statuses = WORKFLOWS.scrum.statuses.map((status) => {
    return { ...status, transitions: WAYS[status.id] ?? null }
  })
  return onProject(player, { type: 'workflow.change', statuses, orphans: {} }, at)
}
