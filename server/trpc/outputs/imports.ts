import { z } from 'zod'
import { VERSION_STATES } from '@/domain/component/componentsAndVersions'
import { SPRINT_STATES } from '@/domain/sprint/sprint'
import { mappingSchema } from '@/server/import/mapping'
import { type ImportTotals, LINE_OUTCOMES, type ReportLine } from '@/server/import/report'
import { IMPORT_STATES } from '@/server/import/storedImport'
import type { ImportPreview, ImportScanSummary, ImportSummary } from '@/server/queries/imports'
import { exactly } from './exactly'
import { category, count, id, instant, localDate } from './values'

const countByName = z.record(z.string(), count)

const importTotals = exactly<ImportTotals>()(
  z.strictObject({
    outcomes: z.record(z.enum(LINE_OUTCOMES), count),
    comments: count,
    worklogs: count,
    sprints: count,
    steps: count,
    placeholders: count,
    unsupported: countByName,
    notes: z.array(z.string()).optional(),
    projects: z.array(z.strictObject({ id, key: z.string(), name: z.string() })),
  }),
)

export const importSummaryOutput = exactly<ImportSummary>()(
  z.strictObject({
    id,
    personId: id,
    name: z.string(),
    size: count,
    state: z.enum(IMPORT_STATES),
    createdAt: instant,
    touchedAt: instant,
    done: count,
    total: count,
    error: z.string().nullable(),
    totals: importTotals.nullable(),
  }),
)
export const importListOutput = z.array(importSummaryOutput)

const entity = { id: z.string().nullable(), name: z.string() }
const scanSummary = exactly<ImportScanSummary>()(
  z.strictObject({
    entries: count,
    issues: count,
    comments: count,
    links: count,
    historyEntries: count,
    problemCount: count,
    problems: z.array(z.strictObject({ line: count, message: z.string() })),
    projects: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string(),
        issues: count,
        highest: z.strictObject({ number: count, line: count }),
        statuses: countByName,
        components: z.array(z.strictObject(entity)),
        fixVersions: z.array(
          z.strictObject({
            ...entity,
            state: z.enum(VERSION_STATES),
            releaseDate: localDate.nullable(),
            guessed: z.literal(true).optional(),
          }),
        ),
        sprints: z.array(
          z.strictObject({
            id: z.string(),
            name: z.string(),
            goal: z.string(),
            state: z.enum(SPRINT_STATES),
            startDate: localDate.nullable(),
            endDate: localDate.nullable(),
            startedAt: instant.nullable(),
            completedAt: instant.nullable(),
          }),
        ),
      }),
    ),
    statuses: z.array(
      z.strictObject({ name: z.string(), category, issues: count, mentions: count }),
    ),
    types: z.array(z.strictObject({ name: z.string(), subtask: z.boolean(), issues: count })),
    priorities: z.array(z.strictObject({ name: z.string(), issues: count })),
    people: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        aliases: z.array(z.string()),
        reported: count,
        assigned: count,
        comments: count,
        changes: count,
      }),
    ),
    estimateFields: z.array(
      z.strictObject({
        field: z.string(),
        name: z.string().nullable(),
        issues: count,
        agreement: z.number(),
      }),
    ),
    estimateField: z.string().nullable(),
    worklogs: count,
    restricted: z.strictObject({ issues: count, comments: count }),
    unsupported: countByName,
  }),
)

/** Null until the whole file has been read. */
export const importPreviewOutput = exactly<ImportPreview | null>()(
  z
    .strictObject({
      summary: importSummaryOutput,
      findings: scanSummary,
      mapping: mappingSchema,
      people: z.array(
        z.strictObject({
          id,
          name: z.string(),
          email: z.string().nullable(),
          importedAs: z.string().nullable(),
        }),
      ),
      projects: z.array(z.strictObject({ key: z.string(), name: z.string() })),
      keysInUse: z.array(z.string()),
    })
    .nullable(),
)

const reportLine = exactly<ReportLine>()(
  z.strictObject({
    line: count,
    key: z.string().nullable(),
    outcome: z.enum(LINE_OUTCOMES),
    reason: z.string().optional(),
    comments: count,
    worklogs: count,
    steps: count,
    notes: z.array(z.string()),
    unsupported: countByName,
  }),
)
/** `next` is the number of lines to skip for the next page; null at the end. */
export const importReportOutput = z.strictObject({
  lines: z.array(reportLine),
  next: count.nullable(),
})
