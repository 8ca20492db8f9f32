import { bigint, boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'

// The input rows of the reads. `input` is not a real table: each statement defines it. In every
// input `batch` is the number of a project batch, whose project and workspace the statement adds.
// Columns are named explicitly, because Drizzle caches derived names by table name and all these
// tables are called `input`.

const ofBatch = {
  batch: integer('batch').notNull(),
  projectId: uuid('projectId').notNull(),
  workspaceId: uuid('workspaceId').notNull(),
}

/** One row for the whole project. */
export const projectInput = pgTable('input', ofBatch)

/** Rows by id. */
export const idInput = pgTable('input', { ...ofBatch, id: uuid('id').notNull() })

/** Statuses by id. */
export const statusInput = pgTable('input', { ...ofBatch, id: text('id').notNull() })

/** Projects by key. */
export const keyInput = pgTable('input', { ...ofBatch, key: text('key').notNull() })

/** Tasks, with or without their descriptions. */
export const taskInput = pgTable('input', {
  ...ofBatch,
  id: uuid('id').notNull(),
  isDescribed: boolean('isDescribed').notNull(),
})

/** Tasks with a base version. */
export const versionInput = pgTable('input', {
  ...ofBatch,
  id: uuid('id').notNull(),
  base: bigint('base', { mode: 'number' }).notNull(),
})

/** The project with a base version. */
export const projectVersionInput = pgTable('input', {
  ...ofBatch,
  base: bigint('base', { mode: 'number' }).notNull(),
})

/** Target positions by command: in a column, or in a section of the backlog order. */
export const positionInput = pgTable('input', {
  ...ofBatch,
  commandId: uuid('commandId').notNull(),
  /**
   * The ids of the tasks to be placed, as the text of an array: an array of arrays cannot be
   * passed.
   */
  taskIds: text('taskIds').notNull(),
  statusId: text('statusId'),
  sprintId: uuid('sprintId'),
  afterId: uuid('afterId'),
  beforeId: uuid('beforeId'),
  canNeighbourMove: boolean('canNeighbourMove').notNull(),
  targetEnd: text('targetEnd').$type<'top' | 'bottom'>().notNull(),
})

/** Previous positions of tasks. */
export const previousPositionInput = pgTable('input', {
  ...ofBatch,
  taskId: uuid('taskId').notNull(),
  statusId: text('statusId'),
  rank: text('rank'),
})
