import {
  type Id,
  LIMITS,
  type LocalDate,
  PRIORITIES,
  type Priority,
  TASK_TYPES,
  type TaskType,
} from '../kernel/primitives'
import { type FieldRules, listed, scalar, set } from './fieldRules'

/**
 * The fields of a task that people edit, in the order in which screens show them. This is the only
 * list: types, patches, events, clones, transfers, conflicts, input schemas and columns are derived
 * from it. A field's column is the property of the same name in db/schema.
 */
export const TASK_FIELDS = {
  title: {
    ...scalar,
    default: '' as string,
    noun: 'title',
    stored: 'always',
    onCreate: true,
    limit: LIMITS.title,
  },
  /** Markdown. */
  description: {
    ...scalar,
    kind: 'text',
    default: '' as string,
    noun: 'description',
    merge: 'lines',
    stored: 'always',
    onCreate: true,
    requirable: true,
    limit: LIMITS.description,
  },
  priority: {
    ...scalar,
    default: 0 as Priority,
    noun: 'priority',
    values: PRIORITIES,
    stored: 'always',
    onCreate: true,
    bulk: true,
  },
  /** Ids of people, sorted. */
  assignees: {
    ...set,
    default: [] as Id[],
    noun: 'assignee',
    stored: 'always',
    onCreate: true,
    requirable: true,
    filter: 'valuesOrNone',
    limit: LIMITS.assignees,
  },
  /** Sorted. */
  labels: {
    ...set,
    default: [] as string[],
    noun: 'label',
    stored: 'always',
    onCreate: true,
    requirable: true,
    filter: 'values',
    limit: LIMITS.labels,
  },
  type: {
    ...scalar,
    default: 'task' as TaskType,
    noun: 'type',
    values: TASK_TYPES,
    stored: 'always',
    onCreate: true,
    bulk: true,
    filter: 'values',
  },
  /** Story points. */
  estimate: {
    ...scalar,
    default: null as number | null,
    noun: 'estimate',
    stored: 'always',
    onCreate: true,
    bulk: true,
    requirable: true,
    limit: LIMITS.estimate,
  },
  dueDate: {
    ...scalar,
    default: null as LocalDate | null,
    noun: 'due date',
    stored: 'always',
    onCreate: true,
    bulk: true,
    requirable: true,
  },
  /** How it was resolved, such as `done` or `duplicate`; null while it is open. */
  resolution: {
    ...scalar,
    default: null as string | null,
    noun: 'resolution',
    clone: 'leave',
    requirable: true,
    limit: LIMITS.label,
  },
  /** Ids of the project's components, sorted. */
  components: {
    ...listed,
    default: [] as Id[],
    noun: 'component',
    listedIn: 'components',
    limit: LIMITS.components,
  },
  /** Ids of the project's versions in which it will be released, sorted. */
  fixVersions: {
    ...listed,
    default: [] as Id[],
    noun: 'fix version',
    listedIn: 'versions',
    limit: LIMITS.fixVersions,
  },
  /** Ids of the project's versions in which the problem occurs, sorted. */
  affectedVersions: {
    ...listed,
    default: [] as Id[],
    noun: 'affected version',
    listedIn: 'versions',
    limit: LIMITS.affectedVersions,
  },
  /** The original estimate of work in seconds. */
  originalEstimate: {
    ...scalar,
    default: null as number | null,
    noun: 'original estimate',
    requirable: true,
    limit: LIMITS.seconds,
  },
  /** The remaining work in seconds. */
  remainingEstimate: {
    ...scalar,
    default: null as number | null,
    noun: 'remaining estimate',
    merge: 'sum',
    clone: 'originalEstimate',
    requirable: true,
    limit: LIMITS.seconds,
  },
  parentId: {
    ...scalar,
    default: null as Id | null,
    noun: 'parent',
    editedBy: 'task.setParent',
    onCreate: true,
    clone: 'leave',
    transfer: 'leave',
  },
  /** Links in the form `kind:KEY-1`, sorted. */
  links: {
    ...set,
    default: [] as string[],
    noun: 'link',
    stored: 'always',
    clone: 'leave',
    limit: LIMITS.links,
  },
  /** The author of the `task.created` event, which does not store it separately. */
  reporter: {
    ...scalar,
    default: '' as Id,
    noun: 'reporter',
    editedBy: 'task.import',
    clone: 'leave',
    transfer: 'leave',
  },
} as const satisfies Record<string, FieldRules>

type Definitions = typeof TASK_FIELDS
export type TaskField = keyof Definitions
/** The fields of a task with their values. */
export type TaskFieldValues = { -readonly [F in TaskField]: Definitions[F]['default'] }

/** The fields whose rule has this value. */
export type FieldsWith<Rule extends keyof FieldRules, Value> = {
  [F in TaskField]: Definitions[F] extends { readonly [R in Rule]: Value } ? F : never
}[TaskField]

/** Fields that hold one value. */
export type ScalarField = FieldsWith<'kind', 'scalar' | 'text'>
/** Fields that hold a set. */
export type SetField = FieldsWith<'kind', 'set'>
/** Fields with one value that `task.edit` can set. */
export type EditableScalarField = ScalarField & FieldsWith<'editedBy', 'task.edit'>
/** Fields that `task.create` can set. */
export type CreatableField = FieldsWith<'onCreate', true>
/** Fields that a transition may require and a move may set. */
export type RequirableField = FieldsWith<'requirable', true>
/** Fields that boards can be filtered by. */
export type FilterableField = FieldsWith<'filter', 'values' | 'valuesOrNone'>
/** The entry of a filter that matches tasks whose field is empty. */
export const NO_VALUE = 'none'
/** A value that a filter by this field can match. */
export type FilterValue<F extends FilterableField> =
  | (TaskFieldValues[F] extends readonly (infer Entry)[] ? Entry : NonNullable<TaskFieldValues[F]>)
  | typeof NO_VALUE
/** The values that match, by field. A field that is not named may have any value. */
export type FieldFilter = { [F in FilterableField]?: FilterValue<F>[] }
/** Fields that contain ids of one of the project's lists. */
export type ListedField = FieldsWith<'listedIn', string>

export const TASK_FIELD_NAMES = Object.keys(TASK_FIELDS) as TaskField[]

/** Returns the rules of a field. */
export const rulesOf = (field: TaskField): FieldRules => TASK_FIELDS[field]

/** Returns the fields whose rule has one of these values, in the order of the list. */
export function fieldsWith<Rule extends keyof FieldRules, const Value extends FieldRules[Rule]>(
  rule: Rule,
  ...values: Value[]
): FieldsWith<Rule, Value>[] {
  const has = (field: TaskField): field is FieldsWith<Rule, Value> =>
    values.some((value) => value === rulesOf(field)[rule])
  return TASK_FIELD_NAMES.filter(has)
}

export const SET_FIELDS = fieldsWith('kind', 'set')
export const SCALAR_FIELDS = fieldsWith('kind', 'scalar', 'text')
export const REQUIRABLE_FIELDS = fieldsWith('requirable', true)
export const FILTERABLE_FIELDS = fieldsWith('filter', 'values', 'valuesOrNone')

export const isTaskField = (name: string): name is TaskField => Object.hasOwn(TASK_FIELDS, name)
export const isSetField = (name: string): name is SetField =>
  isTaskField(name) && rulesOf(name).kind === 'set'

/** Returns whether a value is empty. An unknown value (undefined) is not. */
export function isEmptyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || value === ''
}

/** Returns whether a value matches a filter by one field. */
export function passesFieldFilter(
  field: FilterableField,
  value: unknown,
  wanted: readonly unknown[],
): boolean {
  const takesEmpty = rulesOf(field).filter === 'valuesOrNone' && wanted.includes(NO_VALUE)
  if (isEmptyValue(value)) return takesEmpty
  const entries = Array.isArray(value) ? value : [value]
  return entries.some((entry) => wanted.includes(entry))
}

/** Returns the given fields of a task. */
export function pickFields<F extends TaskField>(
  task: Pick<TaskFieldValues, F>,
  fields: readonly F[],
): Pick<TaskFieldValues, F> {
  const picked: Partial<Pick<TaskFieldValues, F>> = {}
  for (const field of fields) picked[field] = task[field]
  return picked as Pick<TaskFieldValues, F>
}

/** Returns the name of a field in sentences: "due date", "labels". */
export function fieldNoun(field: TaskField): string {
  const { kind, noun } = rulesOf(field)
  return kind === 'set' ? `${noun}s` : noun
}

/** Returns the noun for one value of a field with its article: "an estimate", "a label". */
export function fieldWithArticle(field: TaskField): string {
  const { noun } = rulesOf(field)
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}
