import { resolutionLabel } from '@/app/_features/taskFields/resolutions'
import { priorityNames } from '@/app/_ui/PriorityIcon'
import { fieldNoun, fieldWithArticle } from '@/domain/task/fields'
import { describeCondition, formatList } from '@/domain/workflow/checkTransition'
import type { PostFunction, TransitionRule } from '@/domain/workflow/transition'

/**
 * Returns a short phrase for a rule, such as "needs an estimate", "only admins" or "sets the
 * priority to High".
 */
export function describeRule(rule: TransitionRule): string {
  switch (rule.kind) {
    case 'validator':
      return `needs ${formatList(rule.fields.map(fieldWithArticle))}`
    case 'condition':
      return `only ${describeCondition(rule)}`
    case 'postFunction':
      return describePostFunction(rule)
  }
}

function describePostFunction({ field, to }: PostFunction): string {
  const noun = fieldNoun(field)
  if (to === null) return `clears the ${noun}`
  switch (field) {
    case 'assignees':
      return to === 'actor' ? 'assigns whoever moves it' : 'unassigns everybody'
    case 'priority':
      return `sets the ${noun} to ${priorityNames[to]}`
    case 'resolution':
      return `sets the ${noun} to ${resolutionLabel(to)}`
    case 'remainingEstimate':
      return `sets the ${noun} to nothing`
  }
}
