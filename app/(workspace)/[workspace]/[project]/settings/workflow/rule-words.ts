import { priorityNames } from '@/app/_ui/PriorityBars'
import type { Rule } from '@/domain/project/transition'
import { FIELD_WORDS, listed, whoever } from '@/domain/task/mayMove'
import { resolutionName } from '../../../../_task/fields/resolutions'

/** A rule as a short phrase: "needs an estimate", "only admins", "sets the priority to High". */
export function ruleWords(rule: Rule): string {
  switch (rule.kind) {
    case 'require':
      return `needs ${listed(rule.fields.map((field) => FIELD_WORDS[field]))}`
    case 'only':
      return `only ${whoever(rule)}`
    case 'set':
      return setWords(rule)
  }
}

function setWords(rule: Extract<Rule, { kind: 'set' }>): string {
  switch (rule.field) {
    case 'assignees':
      return rule.to === 'actor' ? 'assigns whoever moves it' : 'unassigns everybody'
    case 'priority':
      return `sets the priority to ${priorityNames[rule.to]}`
    case 'resolution':
      return rule.to === null
        ? 'clears the resolution'
        : `sets the resolution to ${resolutionName(rule.to)}`
    case 'dueDate':
      return 'clears the due date'
    case 'remainingEstimate':
      return rule.to === null ? 'clears the remaining time' : 'sets the remaining time to nothing'
  }
}
