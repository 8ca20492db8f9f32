import { COMMENT_READS } from './commentReads'
import { POSITION_READS } from './positionReads'
import { PROJECT_READS } from './projectReads'
import { TASK_READS } from './taskReads'

/**
 * What a batch can read. To read more, add an entry to one of these: its name becomes a field of
 * `LoadedRows`. All that is wanted goes in one statement, and a read that nobody wants is left out of
 * it, so one more costs those nothing who do without.
 */
export const READ_QUERIES = {
  ...PROJECT_READS,
  ...TASK_READS,
  ...COMMENT_READS,
  ...POSITION_READS,
}
