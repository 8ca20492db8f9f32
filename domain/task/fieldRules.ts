/** The rules of one task field. */
export interface FieldRules {
  /** One value, a set of values, or a long text. */
  kind: 'scalar' | 'set' | 'text'
  /** The value of a task that was given none; its type is the type of the field. */
  default: unknown
  /** The noun for it in sentences, singular and without an article. */
  noun: string
  /**
   * How concurrent changes are merged. `conflict`: the second person decides. `entries`: additions
   * and removals of both sides apply. `lines`: merged by line. `sum`: both differences are added.
   */
  merge: 'conflict' | 'entries' | 'lines' | 'sum'
  /** The command that changes it; whoever may send that command may edit the field. */
  editedBy: 'task.edit' | 'task.setParent' | 'task.import'
  /** Stored in every `task.created`, or only when it is not empty. */
  stored: 'always' | 'whenSet'
  /** The initial value of a clone. The name of a field means the value of that field. */
  clone: 'copy' | 'leave' | 'originalEstimate'
  /**
   * What a transfer keeps: the value, entries with the same name in the other project, or nothing.
   */
  transfer: 'copy' | 'byName' | 'leave'
  /** True when `task.create` can set it. */
  onCreate?: true
  /** True when a bulk change can set it. */
  bulk?: true
  /** True when a transition may require it and a move may set it. */
  requirable?: true
  /**
   * Set when boards and the backlog can be filtered by it; `valuesOrNone` also finds tasks without
   * a value.
   */
  filter?: 'values' | 'valuesOrNone'
  /** All possible values, when there are few. */
  values?: readonly unknown[]
  /** The largest number of characters of a text, of entries of a set, or the largest number. */
  limit?: number
  /** The project's list whose ids it contains. */
  listedIn?: 'components' | 'versions'
}

/** A single value that one person at a time decides. */
export const scalar = {
  kind: 'scalar',
  merge: 'conflict',
  editedBy: 'task.edit',
  stored: 'whenSet',
  clone: 'copy',
  transfer: 'copy',
} as const satisfies Partial<FieldRules>
/** A set whose entries are added and removed one by one. */
export const set = { ...scalar, kind: 'set', merge: 'entries', bulk: true } as const
/** A set of components or versions, which differ between projects. */
export const listed = { ...set, transfer: 'byName', requirable: true } as const
