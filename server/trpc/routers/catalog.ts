import { catalogUse } from '@/server/queries/catalog'
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

export const componentRouter = router({
  add: command('component.add', addComponent),
  edit: command('component.edit', editComponent),
  remove: command('component.remove', removeComponent),
})

export const versionRouter = router({
  /** How many tasks every component and version has, and how far they are. */
  use: inProject.query(({ ctx }) => catalogUse(ctx.scope)),
  add: command('version.add', addVersion),
  edit: command('version.edit', editVersion),
  release: command('version.release', releaseVersion),
  remove: command('version.remove', removeVersion),
})
