import {
  type Id,
  LIMITS,
  type LocalDate,
  PRIORITIES,
  type Priority,
  TASK_TYPES,
  type TaskType,
} from '../kernel/primitives'

/** What is known of one field of a task. */
interface FieldRules {
  /** One value, a set of values, or a long text. */
  kind: 'scalar' | 'set' | 'text'
  /** What a task has where nothing was said; its type is the type of the field. */
  default: unknown
  /** What sentences call it, in the singular and without an article. */
  noun: string
  /**
   * What becomes of two changes at once. `conflict`: the second person is asked. `entries`: adds and
   * removes of both sides count. `lines`: merged by line. `sum`: the differences of both add up.
   */
  merge: 'conflict' | 'entries' | 'lines' | 'sum'
  /** The command that changes it: whoever may send that may edit the field. */
  editedBy: 'task.edit' | 'task.setParent' | 'task.import'
  /** Written in every `task.created`, or only where the task has something in it. */
  stored: 'always' | 'whenSet'
  /** What a clone of the task starts with; a field's name: the value of that one. */
  clone: 'copy' | 'leave' | 'originalEstimate'
  /** What goes along to another project: the value, what has the same name there, or nothing. */
  transfer: 'copy' | 'byName' | 'leave'
  /** Whether a new task can be given it. */
  onCreate?: true
  /** Whether many tasks can be given it at once. */
  bulk?: true
  /** Whether a transition may require it, and a move may fill it in. */
  requirable?: true
  /** Whether boards and the backlog can be narrowed by it; `orNone`: also to tasks without. */
  filter?: 'values' | 'valuesOrNone'
  /** All values that it can have, where those are few. */
  values?: readonly unknown[]
  /** Characters of a text, entries of a set, or the largest number. */
  limit?: number
  /** The list of the project whose ids it holds. */
  listedIn?: 'components' | 'fixVersions'
}

const scalar = {
  kind: 'scalar',
  merge: 'conflict',
  editedBy: 'task.edit',
  stored: 'whenSet',
  clone: 'copy',
  transfer: 'copy',
} as const satisfies Partial<FieldRules>
const set = { ...scalar, kind: 'set', merge: 'entries', bulk: true } as const
/** A set of components or versions: another project has others. */
const listed = { ...set, transfer: 'byName', requirable: true } as const

/**
 * The fields of a task that people fill, in the order in which screens show them. This is the only
 * list of them: types, patches, events, clones, transfers, conflicts, inputs and columns follow from
 * it. A field's column is the property of the same name in db/schema.
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
  /** Ids of persons, sorted. */
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
  /** Points. */
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
  /** How it was settled, such as `done` or `duplicate`; null while it is open. */
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
  /** Ids of the project's versions that it is to be released with, sorted. */
  fixVersions: {
    ...listed,
    default: [] as Id[],
    noun: 'fix version',
    listedIn: 'fixVersions',
    limit: LIMITS.fixVersions,
  },
  /** Ids of the project's versions in which the problem occurs, sorted. */
  affectedVersions: {
    ...listed,
    default: [] as Id[],
    noun: 'affected version',
    listedIn: 'fixVersions',
    limit: LIMITS.affectedVersions,
  },
  /** Seconds of work, as first estimated. */
  originalEstimate: {
    ...scalar,
    default: null as number | null,
    noun: 'original estimate',
    requirable: true,
    limit: LIMITS.seconds,
  },
  /** Seconds of work that are left. */
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
  /** `kind:KEY-1`, sorted. */
  links: {
    ...set,
    default: [] as string[],
    noun: 'link',
    stored: 'always',
    clone: 'leave',
    limit: LIMITS.links,
  },
  /** The author of its `task.created`, which does not repeat it. */
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

/** The fields for which a rule says this. */
export type FieldsWith<Rule extends keyof FieldRules, Value> = {
  [F in TaskField]: Definitions[F] extends { readonly [R in Rule]: Value } ? F : never
}[TaskField]

/** Fields that hold one value. */
export type ScalarField = FieldsWith<'kind', 'scalar' | 'text'>
/** Fields that hold a set. */
export type SetField = FieldsWith<'kind', 'set'>
/** One value that `task.edit` can set. */
export type EditableScalarField = ScalarField & FieldsWith<'editedBy', 'task.edit'>
/** What a new task can be given. */
export type CreatableField = FieldsWith<'onCreate', true>
/** What a transition may require, and a move fill in. */
export type RequirableField = FieldsWith<'requirable', true>
/** What boards can be narrowed by. */
export type FilterableField = FieldsWith<'filter', 'values' | 'valuesOrNone'>
/** Stands for a field that is empty, among the values that a filter lets through. */
export const NO_VALUE = 'none'
/** What a filter by a field lets through: any of these values. */
export type FilterValue<F extends FilterableField> =
  | (TaskFieldValues[F] extends readonly (infer Entry)[] ? Entry : NonNullable<TaskFieldValues[F]>)
  | typeof NO_VALUE
/** What of each field a filter lets through; a field that it does not name may have any value. */
export type FieldFilter = { [F in FilterableField]?: FilterValue<F>[] }
/** What holds ids of a list of the project. */
export type ListedField = FieldsWith<'listedIn', string>

export const TASK_FIELD_NAMES = Object.keys(TASK_FIELDS) as TaskField[]

/** What is known of a field. */
export const rulesOf = (field: TaskField): FieldRules => TASK_FIELDS[field]

/** The fields for which a rule has one of these values, in the order of the list. */
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

/** Whether a value says that nothing is filled in; one that is not known (undefined) does not. */
export function isEmptyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return value === null || value === ''
}

/** Whether a filter by one field lets a value through. */
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

/** Some of a task's fields. */
export function pickFields<F extends TaskField>(
  task: Pick<TaskFieldValues, F>,
  fields: readonly F[],
): Pick<TaskFieldValues, F> {
  const picked: Partial<Pick<TaskFieldValues, F>> = {}
  for (const field of fields) picked[field] = task[field]
  return picked as Pick<TaskFieldValues, F>
}

/** The name of a field in sentences: "due date", "labels". */
export function fieldNoun(field: TaskField): string {
  const { kind, noun } = rulesOf(field)
  return kind === 'set' ? `${noun}s` : noun
}

/** One of what a field holds, with its article: "an estimate", "a label". */
export function fieldWithArticle(field: TaskField): string {
  const { noun } = rulesOf(field)
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}
