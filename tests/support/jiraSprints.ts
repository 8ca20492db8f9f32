import { jiraIssue } from './jira'

const status = (name: string, key: string) => ({ status: { name, statusCategory: { key } } })
export const done = status('Shipped', 'done')
/** A sprint as Jira Cloud writes it into an issue. */
export function jiraSprint<Dates extends object>(
  id: number,
  state: string,
  name: string,
  dates?: Dates,
) {
  return { id, state, name, boardId: 1, goal: '', ...(dates as Dates) }
}
/** Two weeks of March 2024, and the two after them. */
export const one = jiraSprint(1, 'closed', 'One', {
  startDate: '2024-03-04T09:00:00.000Z',
  endDate: '2024-03-15T17:00:00.000Z',
  completeDate: '2024-03-15T16:00:30.000Z',
})
export const two = jiraSprint(2, 'active', 'Two', {
  startDate: '2024-03-18T09:00:00.000Z',
  endDate: '2024-03-29T17:00:00.000Z',
})
const person = { accountId: 'u-wil', displayName: 'Wil Worker' }
/** What somebody changed in March 2024, at `25T10:00`. */
export const history = (at: string, ...items: object[]) => ({
  ...{ id: at, author: person },
  created: `2024-03-${at}:00.000+0000`,
  items,
})
export const planned = (from: string, to: string) => ({ field: 'Sprint', from, to })
const estimated = (from: string, to: string) => ({
  ...{ field: 'Story Points', fieldId: 'customfield_9' },
  fromString: from,
  toString: to,
})
export const shipped = { field: 'status', fromString: 'Open', toString: 'Shipped' }
/** An issue of 1 March 2024 with story points, in sprints. */
export const issue = (key: string, points: number, sprints: object[], fields: object = {}) =>
  jiraIssue(key, {
    ...{ created: '2024-03-01T10:00:00.000+0000', updated: '2024-03-20T10:00:00.000+0000' },
    ...{ customfield_9: points, customfield_1: sprints },
    ...fields,
  })
/** An issue with its histories. */
export const told = (made: object, ...histories: object[]) => ({
  ...made,
  names: { customfield_9: 'Story Points' },
  changelog: { histories },
})

/** Two sprints' worth of a project REP, with all that can happen to issues in sprints. */
export const sprintEntries = () => [
  // Committed and done.
  told(
    issue('REP-1', 3, [one], done),
    history('02T10:00', planned('', '1')),
    history('06T10:00', shipped),
  ),
  // Committed, made larger, moved on half a minute before the sprint was completed.
  told(
    issue('REP-2', 8, [one, two]),
    history('02T10:01', planned('', '1')),
    history('07T10:00', estimated('5', '8')),
    history('15T16:00', planned('1', '1, 2')),
  ),
  // Added after the start, not done, and in no sprint since.
  told(issue('REP-3', 2, [one]), history('08T10:00', planned('', '1'))),
  // Committed and taken out again.
  told(
    issue('REP-4', 1, []),
    history('02T10:02', planned('', '1')),
    history('09T10:00', planned('1', '')),
  ),
  // The file has no history of these two.
  issue('REP-5', 13, [one, two]),
  issue('REP-6', 21, [two]),
]
