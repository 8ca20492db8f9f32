import { COMMENT_READS } from './commentReads'
import { POSITION_READS } from './positionReads'
import { PROJECT_READS } from './projectReads'
import { TASK_READS } from './taskReads'

/**
 * Everything that a batch can read. To read more, add an entry to one of these groups; its name
 * becomes a field of `LoadedRows`. A batch sends all its reads as one statement that contains only
 * the reads it needs, so an additional read costs other batches nothing.
 */
export const READ_QUERIES = {
  ...PROJECT_READS,
  ...TASK_READS,
  ...COMMENT_READS,
  ...POSITION_READS,
}
