import { z } from 'zod'
import { ROLES } from '@/domain/words'
import { changeRole, removePerson } from '@/server/people/roles'
import { peopleOf } from '@/server/queries/workspacePeople'
import { adminOfWorkspace, inWorkspace, router } from '../base'
import { id } from '../inputs/values'

/** The people of a workspace. */
export const peopleRouter = router({
  list: inWorkspace.query(({ ctx }) => peopleOf(ctx.scope)),

  changeRole: adminOfWorkspace
    .input(z.object({ personId: id, role: z.enum(ROLES) }))
    .mutation(async ({ ctx, input }) => {
      await changeRole(ctx.scope, input.personId, input.role)
      return null
    }),

  remove: adminOfWorkspace.input(z.object({ personId: id })).mutation(async ({ ctx, input }) => {
    await removePerson(ctx.scope, input.personId)
    return null
  }),
})
