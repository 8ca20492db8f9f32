import { z } from 'zod'
import { mappingChangesSchema } from '@/server/import/mapping'
import { LINE_OUTCOMES } from '@/server/import/report'
import { cancelImport, discardImport, startImport } from '@/server/import/startImport'
import {
  loadImportPreview,
  loadImportProgress,
  loadImportReport,
  loadImports,
} from '@/server/queries/imports'
import { checkedOutput } from '../outputs/checkedOutput'
import {
  importListOutput,
  importPreviewOutput,
  importReportOutput,
  importSummaryOutput,
} from '../outputs/imports'
import { noOutput } from '../outputs/noOutput'
import { router, workspaceAdminProcedure } from '../procedures'

const importRef = z.object({ id: z.uuid() })

/** Imports from other trackers. Files are uploaded through /api/import. */
export const importRouter = router({
  list: workspaceAdminProcedure
    .output(checkedOutput(importListOutput))
    .query(({ ctx }) => loadImports(ctx.scope)),

  progress: workspaceAdminProcedure
    .input(importRef)
    .output(checkedOutput(importSummaryOutput))
    .query(({ ctx, input }) => loadImportProgress(ctx.scope, input.id)),

  preview: workspaceAdminProcedure
    .input(importRef)
    .output(checkedOutput(importPreviewOutput))
    .query(({ ctx, input }) => loadImportPreview(ctx.scope, input.id)),

  report: workspaceAdminProcedure
    .input(
      importRef.extend({
        outcomes: z.array(z.enum(LINE_OUTCOMES)).optional(),
        withNotes: z.boolean().optional(),
        text: z.string().max(200).optional(),
        /** Number of lines to skip: `next` of the previous page. */
        cursor: z.int().min(0).nullish(),
      }),
    )
    .output(checkedOutput(importReportOutput))
    .query(({ ctx, input: { id, cursor, ...filter } }) =>
      loadImportReport(ctx.scope, id, filter, cursor ?? 0),
    ),

  start: workspaceAdminProcedure
    .input(importRef.extend({ mapping: mappingChangesSchema }))
    .output(checkedOutput(importSummaryOutput))
    .mutation(async ({ ctx, input }) => {
      await startImport(ctx.scope, input.id, input.mapping)
      return loadImportProgress(ctx.scope, input.id)
    }),

  cancel: workspaceAdminProcedure
    .input(importRef)
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await cancelImport(ctx.scope, input.id)
      return null
    }),

  discard: workspaceAdminProcedure
    .input(importRef)
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await discardImport(ctx.scope, input.id)
      return null
    }),
})
