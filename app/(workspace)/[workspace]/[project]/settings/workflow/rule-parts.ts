import type { RequiredField, Rule, SetRule } from '@/domain/project/transition'

type Sets = { [F in SetRule['field']]?: Extract<SetRule, { field: F }>['to'] }

/** The rules of a transition as a form holds them: each kind once. */
export interface RuleParts extends Sets {
  fields: RequiredField[]
  only: Omit<Extract<Rule, { kind: 'only' }>, 'kind'> | null
}

const SETS: SetRule['field'][] = [
  'assignees',
  'priority',
  'resolution',
  'dueDate',
  'remainingEstimate',
]

/** The parts of some rules. */
export function partsOf(rules: readonly Rule[]): RuleParts {
  const parts: RuleParts = { fields: [], only: null }
  for (const rule of rules) {
    if (rule.kind === 'require') parts.fields = [...new Set([...parts.fields, ...rule.fields])]
    else if (rule.kind === 'only') parts.only = { roles: rule.roles, assignee: rule.assignee }
    else Object.assign(parts, { [rule.field]: rule.to })
  }
  return parts
}

/** The rules that the parts come to. */
export function rulesOf({ fields, only, ...sets }: RuleParts): Rule[] {
  const rules: Rule[] = []
  if (fields.length > 0) rules.push({ kind: 'require', fields })
  if (only) rules.push({ kind: 'only', ...only })
  for (const field of SETS) {
    const to = sets[field]
    if (to !== undefined) rules.push({ kind: 'set', field, to } as SetRule)
  }
  return rules
}
