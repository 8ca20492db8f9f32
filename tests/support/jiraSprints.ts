import { jiraIssue } from './jiraIssue'

const statusFields = (name: string, key: string) => ({ status: { name, statusCategory: { key } } })
export const shippedStatus = statusFields('Shipped', 'done')
/** Returns a sprint in the format in which Jira Cloud writes it into an issue. */
export function jiraSprint<Dates extends object>(
  id: number,
  state: string,
  name: string,
  dates?: Dates,
) {
  return { id, state, name, boardId: 1, goal: '', ...(dates as Dates) }
}
/** A sprint of two weeks in March 2024, and the next one. */
export const closedSprint = jiraSprint(1, 'closed', 'One', {
  startDate: '2024-03-04T09:00:00.000Z',
  endDate: '2024-03-15T17:00:00.000Z',
  completeDate: '2024-03-15T16:00:30.000Z',
})
export const activeSprint = jiraSprint(2, 'active', 'Two', {
  startDate: '2024-03-18T09:00:00.000Z',
  endDate: '2024-03-29T17:00:00.000Z',
})
const author = { accountId: 'u-wil', displayName: 'Wil Worker' }
/** Returns a changelog entry of March 2024; `at` is the day and time, such as `25T10:00`. */
export const historyEntry = (at: string, ...items: object[]) => ({
  ...{ id: at, author },
  created: `2024-03-${at}:00.000+0000`,
  items,
})
export const sprintChange = (from: string, to: string) => ({ field: 'Sprint', from, to })
const estimateChange = (from: string, to: string) => ({
  ...{ field: 'Story Points', fieldId: 'customfield_9' },
  fromString: from,
  toString: to,
})
export const shippedChange = { field: 'status', fromString: 'Open', toString: 'Shipped' }
/** Returns an issue created on 1 March 2024 with story points and sprints. */
export const issueInSprints = (
  key: string,
  points: number,
  sprints: object[],
  fields: object = {},
) =>
  jiraIssue(key, {
    ...{ created: '2024-03-01T10:00:00.000+0000', updated: '2024-03-20T10:00:00.000+0000' },
    ...{ customfield_9: points, customfield_1: sprints },
    ...fields,
  })
/** Returns an issue with changelog entries. */
export const withHistory = (made: object, ...histories: object[]) => ({
  ...made,
  names: { customfield_9: 'Story Points' },
  changelog: { histories },
})

/**
 * Returns the entries of a project REP with two sprints and every kind of change to their issues.
 */
export const sprintEntries = () => [
  // Committed and done.
  withHistory(
    issueInSprints('REP-1', 3, [closedSprint], shippedStatus),
    historyEntry('02T10:00', sprintChange('', '1')),
    historyEntry('06T10:00', shippedChange),
  ),
  // Committed, re-estimated, and moved half a minute before the sprint was completed.
  withHistory(
    issueInSprints('REP-2', 8, [closedSprint, activeSprint]),
    historyEntry('02T10:01', sprintChange('', '1')),
    historyEntry('07T10:00', estimateChange('5', '8')),
    historyEntry('15T16:00', sprintChange('1', '1, 2')),
  ),
  // Added after the start, unfinished, and in no sprint since.
  withHistory(
    issueInSprints('REP-3', 2, [closedSprint]),
    historyEntry('08T10:00', sprintChange('', '1')),
  ),
  // Committed and removed.
  withHistory(
    issueInSprints('REP-4', 1, []),
    historyEntry('02T10:02', sprintChange('', '1')),
    historyEntry('09T10:00', sprintChange('1', '')),
  ),
  // These two have no history in the file.
  issueInSprints('REP-5', 13, [closedSprint, activeSprint]),
  issueInSprints('REP-6', 21, [activeSprint]),
]
