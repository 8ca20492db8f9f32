import { z } from 'zod'
import { beginImport, cancelImport, discardImport } from '@/server/import/begin'
import { mappingChanges } from '@/server/import/mapping'
import { OUTCOMES } from '@/server/import/report'
import { importPreview, importProgress, importReport, imports } from '@/server/queries/imports'
import { adminOfWorkspace, router } from '../base'

const one = z.object({ id: z.uuid() })

/** Imports from other trackers; the upload itself comes through /api/import. */
export const importRouter = router({
  list: adminOfWorkspace.query(({ ctx }) => imports(ctx.scope)),

  progress: adminOfWorkspace
    .input(one)
    .query(({ ctx, input }) => importProgress(ctx.scope, input.id)),

  preview: adminOfWorkspace
    .input(one)
    .query(({ ctx, input }) => importPreview(ctx.scope, input.id)),

  report: adminOfWorkspace
    .input(
      one.extend({
        outcomes: z.array(z.enum(OUTCOMES)).optional(),
        noted: z.boolean().optional(),
        text: z.string().max(200).optional(),
        from: z.int().min(0).optional(),
      }),
    )
    .query(({ ctx, input: { id, from, ...filter } }) => importReport(ctx.scope, id, filter, from)),

  start: adminOfWorkspace
    .input(one.extend({ mapping: mappingChanges }))
    .mutation(async ({ ctx, input }) => {
      await beginImport(ctx.scope, input.id, input.mapping)
      return importProgress(ctx.scope, input.id)
    }),

  cancel: adminOfWorkspace.input(one).mutation(async ({ ctx, input }) => {
    await cancelImport(ctx.scope, input.id)
    return null
  }),

  discard: adminOfWorkspace.input(one).mutation(async ({ ctx, input }) => {
    await discardImport(ctx.scope, input.id)
    return null
  }),
})
