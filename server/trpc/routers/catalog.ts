import { z } from 'zod'
import { missing } from '@/server/access/problem'
import { catalogUse } from '@/server/queries/catalog'
import { openedVersion, versions } from '@/server/queries/version'
import { inProject, router } from '../base'
import { command } from '../command'
import {
  addComponent,
  addVersion,
  editComponent,
  editVersion,
  releaseVersion,
  removeComponent,
  removeVersion,
} from '../inputs/catalog'
import { id } from '../inputs/values'

export const componentRouter = router({
  add: command('component.add', addComponent),
  edit: command('component.edit', editComponent),
  remove: command('component.remove', removeComponent),
})

export const versionRouter = router({
  /** How many tasks every component and version has, and how far they are. */
  use: inProject.query(({ ctx }) => catalogUse(ctx.scope)),
  /** All versions with how far each is. */
  list: inProject.query(({ ctx }) => versions(ctx.scope)),
  /** One version with its tasks. */
  open: inProject.input(z.object({ versionId: id })).query(async ({ ctx, input }) => {
    const found = await openedVersion(ctx.scope, input.versionId)
    if (!found) throw missing()
    return found
  }),
  add: command('version.add', addVersion),
  edit: command('version.edit', editVersion),
  release: command('version.release', releaseVersion),
  remove: command('version.remove', removeVersion),
})
