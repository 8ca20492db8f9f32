import type { PostFunction, RequiredField, TransitionRule } from '@/domain/workflow/transition'

type PostFunctionValues = {
  [F in PostFunction['field']]?: Extract<PostFunction, { field: F }>['to']
}

/** The rules of a transition as form values, one entry per kind of rule. */
export interface RuleFormValues extends PostFunctionValues {
  requiredFields: RequiredField[]
  condition: Omit<Extract<TransitionRule, { kind: 'condition' }>, 'kind'> | null
}

const POST_FUNCTION_FIELDS: PostFunction['field'][] = [
  'assignees',
  'priority',
  'resolution',
  'dueDate',
  'remainingEstimate',
]

/** Converts rules to form values. */
export function toFormValues(rules: readonly TransitionRule[]): RuleFormValues {
  const values: RuleFormValues = { requiredFields: [], condition: null }
  for (const rule of rules) {
    if (rule.kind === 'validator')
      values.requiredFields = [...new Set([...values.requiredFields, ...rule.fields])]
    else if (rule.kind === 'condition')
      values.condition = { roles: rule.roles, assignee: rule.assignee }
    else Object.assign(values, { [rule.field]: rule.to })
  }
  return values
}

/** Converts form values to rules. */
export function toRules({
  requiredFields,
  condition,
  ...postFunctions
}: RuleFormValues): TransitionRule[] {
  const rules: TransitionRule[] = []
  if (requiredFields.length > 0) rules.push({ kind: 'validator', fields: requiredFields })
  if (condition) rules.push({ kind: 'condition', ...condition })
  for (const field of POST_FUNCTION_FIELDS) {
    const to = postFunctions[field]
    if (to !== undefined) rules.push({ kind: 'postFunction', field, to } as PostFunction)
  }
  return rules
}
