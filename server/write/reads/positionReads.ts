import { type Column, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { arrayLiteral } from '@/db/arrayLiteral'
import { status, task } from '@/db/schema/project'
import { sprint } from '@/db/schema/sprint'
import type { Id } from '@/domain/kernel/primitives'
import { type RankPosition, type TargetPosition, WHOLE_PROJECT } from '@/domain/kernel/rank'
import type { ReadSet } from '../readSet'
import { positionInput as input, previousPositionInput as previous } from './batchInput'
import { isInProject, read } from './readQuery'

type Rank = string | null

const other = alias(task, 'other')
const neighbour = alias(task, 'neighbour')

/** The differences between column order and backlog order. */
interface RankOrder {
  rank: Column
  /**
   * The first rank in the given direction among the tasks that meet a condition, without the tasks
   * to be placed.
   */
  firstRank: (direction: 'asc' | 'desc', condition?: SQL) => SQL
  /** True while a neighbour is still in the target column or section. */
  isNeighbour: SQL
  /**
   * True when the sections share one order: a task that only changes the section keeps its rank, so
   * that the rank is read too if an earlier command of the batch may move the neighbour.
   */
  isSingleOrder: boolean
}

const taskIds = sql`${input.taskIds}::uuid[]`

const COLUMN_ORDER: RankOrder = {
  rank: neighbour.rank,
  firstRank: (direction, condition = sql``) => sql`(
    select ${other.rank} from ${task} as ${other} where ${other.projectId} = ${input.projectId}
      and ${other.statusId} = ${input.statusId} and ${other.archivedAt} is null
      and ${other.id} <> all(${taskIds}) ${condition}
    order by ${other.rank} ${sql.raw(direction)} limit 1)`,
  isNeighbour: sql`${neighbour.statusId} = ${input.statusId}`,
  isSingleOrder: false,
}

/**
 * The whole project shares one backlog order. A neighbour counts only while it is in the target
 * section, but the range beside it is that of the whole order. Tasks that a completed sprint left
 * unfinished belong to the backlog.
 */
const BACKLOG_ORDER: RankOrder = {
  rank: neighbour.backlogRank,
  firstRank: (direction, condition = sql``) => sql`(
    select ${other.backlogRank} from ${task} as ${other} where ${other.projectId} = ${input.projectId}
      and ${other.id} <> all(${taskIds}) ${condition}
    order by ${other.backlogRank} ${sql.raw(direction)} limit 1)`,
  isNeighbour: sql`${neighbour.id} <> all(${taskIds})
    and (${neighbour.sprintId} is not distinct from ${input.sprintId}
      or ${input.sprintId} is null and exists (select 1 from ${sprint}
        where ${sprint.projectId} = ${input.projectId} and ${sprint.id} = ${neighbour.sprintId}
          and ${sprint.state} = 'closed'))`,
  isSingleOrder: true,
}

const AFTER_RANK = sql<Rank>`"input"."afterRank"`
const BEFORE_RANK = sql<Rank>`"input"."beforeRank"`
/** Reads the end of an order only where a position may have no neighbour, because most have one. */
const NEEDS_END = sql`(coalesce(${AFTER_RANK}, ${BEFORE_RANK}) is null or ${input.canNeighbourMove})`

/** The last rank of the project, found column by column so that the index is used. */
const LAST_RANK_OF_PROJECT = sql`(
  select max(last_rank) from ${status} cross join lateral (
    select ${other.rank} as last_rank from ${task} as ${other} where ${other.projectId} = ${input.projectId}
      and ${other.statusId} = ${status.id} and ${other.archivedAt} is null
    order by ${other.rank} desc limit 1) last
  where ${status.projectId} = ${input.projectId})`

const lastRank = ({ firstRank }: RankOrder) =>
  sql`case when ${input.targetEnd} = 'bottom' and ${NEEDS_END} then ${firstRank('desc')} end`

/** The fields of `Neighbours`, by command; the tasks to be placed are left out. */
const neighbourFields = (order: RankOrder, otherRank: Column, bottom: SQL) => ({
  commandId: input.commandId,
  after: AFTER_RANK,
  before: BEFORE_RANK,
  afterNext: sql<Rank>`case when ${AFTER_RANK} is not null
    then ${order.firstRank('asc', sql`and ${otherRank} > ${AFTER_RANK}`)} end`,
  beforePrev: sql<Rank>`case when ${BEFORE_RANK} is not null
    then ${order.firstRank('desc', sql`and ${otherRank} < ${BEFORE_RANK}`)} end`,
  top: sql<Rank>`case when ${input.targetEnd} = 'top' and ${NEEDS_END} then ${order.firstRank('asc')} end`,
  bottom: sql<Rank>`${bottom}`,
  isAfterElsewhere: isElsewhere(order, input.afterId),
  isBeforeElsewhere: isElsewhere(order, input.beforeId),
})

const ofNeighbour = (id: Column, value: SQL) => sql`(select ${value} from ${task} as ${neighbour}
  where ${neighbour.id} = ${id} and ${isInProject(neighbour)})`

function neighbourRank({ rank, isNeighbour, isSingleOrder }: RankOrder, id: Column): SQL {
  const isRead = isSingleOrder ? sql`(${isNeighbour} or ${input.canNeighbourMove})` : isNeighbour
  return ofNeighbour(
    id,
    sql`case when ${isRead} and ${neighbour.archivedAt} is null then ${rank} end`,
  )
}

function isElsewhere({ isNeighbour, isSingleOrder }: RankOrder, id: Column) {
  return isSingleOrder
    ? sql<boolean>`${input.canNeighbourMove} and not coalesce(${ofNeighbour(id, isNeighbour)}, false)`
    : sql<boolean>`false`
}

/** The input with the ranks of the named neighbours. */
const withNeighbourRanks = (order: RankOrder) => sql`from (
  select ${input}.*, ${neighbourRank(order, input.afterId)} as "afterRank",
    ${neighbourRank(order, input.beforeId)} as "beforeRank"
  from ${input} offset 0) as ${input}`

const NEIGHBOUR_FIELDS = neighbourFields(
  COLUMN_ORDER,
  other.rank,
  sql`case when ${input.statusId} = ${sql.raw(`'${WHOLE_PROJECT}'`)} then ${LAST_RANK_OF_PROJECT}
    else ${lastRank(COLUMN_ORDER)} end`,
)
const NEIGHBOURS_FROM = withNeighbourRanks(COLUMN_ORDER)

const BACKLOG_NEIGHBOUR_FIELDS = neighbourFields(
  BACKLOG_ORDER,
  other.backlogRank,
  lastRank(BACKLOG_ORDER),
)
const BACKLOG_NEIGHBOURS_FROM = withNeighbourRanks(BACKLOG_ORDER)

/** Other tasks of the project, and of the same column for a position in a column. */
const inBacklogOrder = sql`from ${task} as ${other}
  where ${other.projectId} = ${previous.projectId} and ${other.id} <> ${previous.taskId}`
const inColumn = sql`${inBacklogOrder} and ${other.statusId} = ${previous.statusId}
  and ${other.archivedAt} is null`

/** For a previous position: whether another task now has its rank, and the next rank. */
const PREVIOUS_POSITION_FIELDS = {
  taskId: previous.taskId,
  statusId: previous.statusId,
  rank: sql<string>`${previous.rank}`,
  isTaken: sql<boolean>`case when ${previous.statusId} is null
    then exists (select 1 ${inBacklogOrder} and ${other.backlogRank} = ${previous.rank})
    else exists (select 1 ${inColumn} and ${other.rank} = ${previous.rank}) end`,
  nextRank: sql<Rank>`case when ${previous.statusId} is null
    then (select ${other.backlogRank} ${inBacklogOrder} and ${other.backlogRank} > ${previous.rank}
      order by ${other.backlogRank} limit 1)
    else (select ${other.rank} ${inColumn} and ${other.rank} > ${previous.rank}
      order by ${other.rank} limit 1) end`,
}
const PREVIOUS_POSITIONS_FROM = sql`from (
  select ${previous.batch}, ${previous.projectId}, ${previous.taskId}, ${previous.statusId},
    coalesce(${previous.rank} collate "C", ${task.rank}) as ${sql.identifier(previous.rank.name)}
  from ${previous} left join ${task} on ${task.id} = ${previous.taskId} and ${isInProject(task)}
  offset 0) as ${previous}`

/** Returns true when an earlier command of the batch may move the neighbour of a position away. */
function canNeighbourMove(readSet: ReadSet, { after, before }: RankPosition): boolean {
  const { statusTasks, sprintTasks, componentOrVersionTasks, childTasks, commentsAndWorklogsOf } =
    readSet
  const isInBatch = (id?: Id) => id !== undefined && readSet.taskBaseVersions.has(id)
  const unnamedTasks =
    statusTasks.size +
    sprintTasks.size +
    componentOrVersionTasks.size +
    childTasks.size +
    commentsAndWorklogsOf.size
  return unnamedTasks > 0 || isInBatch(after) || isInBatch(before)
}

const positionRow = (readSet: ReadSet, commandId: Id, { taskIds, position }: TargetPosition) => ({
  commandId,
  taskIds: arrayLiteral(taskIds),
  afterId: position.after,
  beforeId: position.before,
  canNeighbourMove: canNeighbourMove(readSet, position),
  targetEnd: position.end ?? 'bottom',
})

/** Reads of the ranks at target positions and previous positions. */
export const POSITION_READS = {
  neighbours: read({
    input,
    rows: ({ readSet }) =>
      [...readSet.positions].map(([commandId, target]) => ({
        ...positionRow(readSet, commandId, target),
        // Only the first of several tasks is left out; the others remain neighbours.
        taskIds: arrayLiteral(target.taskIds.slice(0, 1)),
        statusId: target.statusId,
      })),
    fields: NEIGHBOUR_FIELDS,
    from: NEIGHBOURS_FROM,
  }),
  /** Neighbours in the backlog order. */
  backlogNeighbours: read({
    input,
    rows: ({ readSet }) =>
      [...readSet.backlogPositions].map(([commandId, target]) => ({
        ...positionRow(readSet, commandId, target),
        sprintId: target.statusId || null,
      })),
    fields: BACKLOG_NEIGHBOUR_FIELDS,
    from: BACKLOG_NEIGHBOURS_FROM,
  }),
  /** Previous positions of tasks: whether they are taken, and the next rank after them. */
  previousPositions: read({
    input: previous,
    rows: ({ readSet }) => readSet.previousPositions,
    fields: PREVIOUS_POSITION_FIELDS,
    from: PREVIOUS_POSITIONS_FROM,
  }),
}
