import { z } from 'zod'
import type { BacklogData, BacklogSectionPage } from '@/domain/views/backlog'
import type { BoardData, FilteredBoard } from '@/domain/views/board'
import type { SwimlanesData } from '@/domain/views/swimlanes'
import { conflictOutput } from './conflict'
import { exactly } from './exactly'
import { personOutput, projectOutput } from './project'
import { cardOutput } from './task'
import { count, statusId } from './values'

const cards = z.array(cardOutput)
export const peopleOutput = z.array(personOutput)
const columnCards = { statusId, cards, complete: z.boolean() }

export const boardOutput = exactly<BoardData>()(
  z.strictObject({
    seq: count,
    project: projectOutput,
    people: peopleOutput,
    columns: z.array(z.strictObject(columnCards)),
    conflicts: z.array(conflictOutput),
  }),
)

export const filteredBoardOutput = exactly<FilteredBoard>()(
  z.strictObject({
    seq: count,
    columns: z.array(z.strictObject({ ...columnCards, count })),
    people: peopleOutput,
  }),
)

/** Cards requested by id. */
export const cardsOutput = z.strictObject({ seq: count, cards })
/** The next cards of a column. */
export const columnPageOutput = z.strictObject({ seq: count, cards, complete: z.boolean() })

export const swimlanesOutput = exactly<SwimlanesData>()(
  z.strictObject({
    seq: count,
    swimlanes: z.array(
      z.strictObject({
        id: z.string(),
        parent: z.strictObject({ key: z.string(), title: z.string() }).nullable(),
        counts: z.record(z.string(), count),
      }),
    ),
  }),
)

const totals = z.strictObject({ tasks: count, points: z.number(), unestimated: count })
export const backlogOutput = exactly<BacklogData>()(
  z.strictObject({
    seq: count,
    sections: z.array(
      z.strictObject({
        id: z.string(),
        totals: z.strictObject({ open: totals, done: totals }),
        count,
        cards,
        complete: z.boolean(),
      }),
    ),
    people: peopleOutput,
  }),
)
export const backlogSectionPageOutput = exactly<BacklogSectionPage>()(columnPageOutput)
