import { expect, it } from 'vitest'
import { readIssue } from '@/server/import/jira/read'
import { Tally } from '@/server/import/jira/tally'

it('counts a project of more issues than a call can have arguments', () => {
  const fields = {
    summary: 'One of many',
    status: { name: 'Open' },
    issuetype: { name: 'Bug' },
    created: '2020-01-01T00:00:00Z',
  }
  const reading = readIssue(JSON.stringify({ key: 'BIG-1', fields }))
  if (!('issue' in reading)) throw new Error(reading.problem)
  const tally = new Tally()
  const many = 300_000
  for (let number = 1; number <= many; number++) {
    tally.take(number, { ...reading.issue, number })
  }
  const [project] = tally.scan().projects
  expect(project).toMatchObject({ issues: many, highest: { number: many, line: many } })
})
