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

/** The transitions of the second project, with their rules. */
const TRANSITIONS: Record<string, Transition[]> = {
  todo: [transitionTo('in-progress', { kind: 'postFunction', field: 'assignees', to: 'actor' })],
  'in-progress': [
    transitionTo('todo'),
    transitionTo('review', { kind: 'validator', fields: ['estimate'] }),
  ],
  review: [transitionTo('in-progress'), transitionTo('done', setResolution('Done'))],
  done: [transitionTo('todo', setResolution(null))],
}

/** The first person edits the workflow of a project created from the scrum template. */
export function workflowStep(writer: DemoWriter, at: number): ScheduledStep {
  const statuses = TEMPLATE_WORKFLOWS.scrum.statuses.map((status) => {
    return { ...status, transitions: TRANSITIONS[status.id] ?? null }
  })
  return projectStep(writer, { type: 'workflow.change', statuses, reassignments: {} }, at)
}
