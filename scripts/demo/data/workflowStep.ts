import { TEMPLATE_WORKFLOWS } from '@/domain/workflow/templates'
import type { Transition, TransitionRule } from '@/domain/workflow/transition'
import type { DemoWriter } from './demoWriter'
import { projectStep, type ScheduledStep } from './scheduledStep'

const transitionTo = (status: string, ...rules: TransitionRule[]): Transition => ({
  to: status,
  rules,
})
const setResolution = (as: string | null): TransitionRule => ({
  kind: 'postFunction',
  field: 'resolution',
  to: as,
})

/** Where tasks of the second project may go, and what is asked of them. */
const TRANSITIONS: Record<string, Transition[]> = {
  todo: [transitionTo('in-progress', { kind: 'postFunction', field: 'assignees', to: 'actor' })],
  'in-progress': [
    transitionTo('todo'),
    transitionTo('review', { kind: 'validator', fields: ['estimate'] }),
  ],
  review: [transitionTo('in-progress'), transitionTo('done', setResolution('Done'))],
  done: [transitionTo('todo', setResolution(null))],
}

/** The first of the people draws a workflow of their own for a project of the scrum template. */
export function workflowStep(writer: DemoWriter, at: number): ScheduledStep {
  const statuses = TEMPLATE_WORKFLOWS.scrum.statuses.map((status) => {
    return { ...status, transitions: TRANSITIONS[status.id] ?? null }
  })
  return projectStep(writer, { type: 'workflow.change', statuses, reassignments: {} }, at)
}
