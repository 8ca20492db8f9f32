import { resolutionLabel } from '@/app/_features/task/resolutions'
import { priorityNames } from '@/app/_ui/PriorityIcon'
import { fieldWithArticle } from '@/domain/task/fields'
import { describeCondition, formatList } from '@/domain/workflow/checkTransition'
import type { TransitionRule } from '@/domain/workflow/transition'

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

function describePostFunction(rule: Extract<TransitionRule, { kind: 'postFunction' }>): string {
  switch (rule.field) {
    case 'assignees':
      return rule.to === 'actor' ? 'assigns whoever moves it' : 'unassigns everybody'
    case 'priority':
      return `sets the priority to ${priorityNames[rule.to]}`
    case 'resolution':
      return rule.to === null
        ? 'clears the resolution'
        : `sets the resolution to ${resolutionLabel(rule.to)}`
    case 'dueDate':
      return 'clears the due date'
    case 'remainingEstimate':
      return rule.to === null ? 'clears the remaining time' : 'sets the remaining time to nothing'
  }
}
