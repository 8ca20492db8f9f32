import { bigint, boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'

// What reads get from a batch: rows of `input`, which is a table in a statement alone. In all of them
// `batch` is the number of a project batch, whose project and workspace the statement adds. (Named each,
// because Drizzle keeps names that it derives by table, and these tables share theirs.)

const ofBatch = {
  batch: integer('batch').notNull(),
  projectId: uuid('projectId').notNull(),
  workspaceId: uuid('workspaceId').notNull(),
}

/** One row for the whole project. */
export const projectInput = pgTable('input', ofBatch)

/** Things by their ids. */
export const idInput = pgTable('input', { ...ofBatch, id: uuid('id').notNull() })

/** Statuses by their ids. */
export const statusInput = pgTable('input', { ...ofBatch, id: text('id').notNull() })

/** Projects by their keys. */
export const keyInput = pgTable('input', { ...ofBatch, key: text('key').notNull() })

/** Tasks, with their descriptions or without. */
export const taskInput = pgTable('input', {
  ...ofBatch,
  id: uuid('id').notNull(),
  isDescribed: boolean('isDescribed').notNull(),
})

/** Tasks that were seen at a version. */
export const versionInput = pgTable('input', {
  ...ofBatch,
  id: uuid('id').notNull(),
  base: bigint('base', { mode: 'number' }).notNull(),
})

/** The project as it was seen at a version. */
export const projectVersionInput = pgTable('input', {
  ...ofBatch,
  base: bigint('base', { mode: 'number' }).notNull(),
})

/** Target positions by command: in a column, or in a section of the backlog order. */
export const positionInput = pgTable('input', {
  ...ofBatch,
  commandId: uuid('commandId').notNull(),
  /** What is to be placed, as the text of an array: an array of arrays cannot be given. */
  taskIds: text('taskIds').notNull(),
  statusId: text('statusId'),
  sprintId: uuid('sprintId'),
  afterId: uuid('afterId'),
  beforeId: uuid('beforeId'),
  canNeighbourMove: boolean('canNeighbourMove').notNull(),
  targetEnd: text('targetEnd').$type<'top' | 'bottom'>().notNull(),
})

/** Positions that tasks had. */
export const previousPositionInput = pgTable('input', {
  ...ofBatch,
  taskId: uuid('taskId').notNull(),
  statusId: text('statusId'),
  rank: text('rank'),
})
