import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openReportFile } from '@/scripts/importer/openReportFile'
import { skippedLine } from '@/server/import/report'
import { REPORT_CSV_HEADER, reportCsvLine } from '@/server/import/reportCsv'
import { createImportFolder } from '@/tests/support/importFiles'

const folder = createImportFolder()
const LINES = [skippedLine(1, 'A-1', 'failed', 'broken'), skippedLine(2, 'A-2', 'failed', 'too')]

it('a report in a folder that does not exist is refused before anything is imported', async () => {
  const path = join(folder, 'missing', 'report.csv')
  await expect(openReportFile(path)).rejects.toThrow(`The report ${path} cannot be written: ENOENT`)
})

it('a report is written as CSV or as one JSON object per line', async () => {
  const [csvPath, jsonPath] = [join(folder, 'report.csv'), join(folder, 'report.ndjson')]
  for (const path of [csvPath, jsonPath]) {
    const report = await openReportFile(path)
    for (const line of LINES) await report.append([line])
    await report.close()
  }
  expect(readFileSync(csvPath, 'utf8')).toBe(
    [REPORT_CSV_HEADER, ...LINES.map(reportCsvLine)].join(''),
  )
  const jsonLines = readFileSync(jsonPath, 'utf8').trim().split('\n')
  expect(jsonLines.map((line) => JSON.parse(line))).toEqual(LINES)
})

it('a disk that is full fails the writing of the report', async () => {
  const report = await openReportFile('/dev/full')
  await expect(report.append(LINES)).rejects.toMatchObject({ code: 'ENOSPC' })
  await report.close()
})
