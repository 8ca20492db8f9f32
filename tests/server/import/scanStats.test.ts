import { expect, it } from 'vitest'
import { parseIssue } from '@/server/import/jira/parseIssue'
import { ScanStats } from '@/server/import/jira/scanStats'

it('a project with more issues than a call can have arguments is counted', () => {
  const fields = {
    summary: 'One of many',
    status: { name: 'Open' },
    issuetype: { name: 'Bug' },
    created: '2020-01-01T00:00:00Z',
  }
  const reading = parseIssue(JSON.stringify({ key: 'BIG-1', fields }))
  if (!('issue' in reading)) throw new Error(reading.problem)
  const tally = new ScanStats()
  const many = 300_000
  for (let number = 1; number <= many; number++) {
    tally.addIssue(number, { ...reading.issue, number })
  }
  const [project] = tally.toScanResult().projects
  expect(project).toMatchObject({ issues: many, highest: { number: many, line: many } })
})
