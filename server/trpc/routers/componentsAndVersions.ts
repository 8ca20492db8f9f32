import { z } from 'zod'
import { notFound } from '@/server/access/apiError'
import { loadComponentAndVersionProgress } from '@/server/queries/componentAndVersionProgress'
import { loadVersion, loadVersions } from '@/server/queries/versions'
import { commandProcedure } from '../commandProcedure'
import { id } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import {
  componentAndVersionProgressOutput,
  versionDetailOutput,
  versionListOutput,
} from '../outputs/versions'
import { projectProcedure, router } from '../procedures'

export const componentRouter = router({
  add: commandProcedure('component.add'),
  edit: commandProcedure('component.edit'),
  remove: commandProcedure('component.remove'),
})

export const versionRouter = router({
  /** Returns the progress of every component and version. */
  progress: projectProcedure
    .output(checkedOutput(componentAndVersionProgressOutput))
    .query(({ ctx }) => loadComponentAndVersionProgress(ctx.scope)),
  /** Returns all versions with their progress. */
  list: projectProcedure
    .output(checkedOutput(versionListOutput))
    .query(({ ctx }) => loadVersions(ctx.scope)),
  /** Returns one version with its tasks. */
  get: projectProcedure
    .input(z.object({ versionId: id }))
    .output(checkedOutput(versionDetailOutput))
    .query(async ({ ctx, input }) => {
      const found = await loadVersion(ctx.scope, input.versionId)
      if (!found) throw notFound()
      return found
    }),
  add: commandProcedure('version.add'),
  edit: commandProcedure('version.edit'),
  release: commandProcedure('version.release'),
  remove: commandProcedure('version.remove'),
})
