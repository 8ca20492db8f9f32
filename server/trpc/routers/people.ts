import { z } from 'zod'
import { ROLES } from '@/domain/kernel/primitives'
import { changeRole, removePerson } from '@/server/people/changeRole'
import { loadWorkspacePeople } from '@/server/queries/workspacePeople'
import { id } from '../inputs/values'
import { checkedOutput } from '../outputs/checkedOutput'
import { noOutput } from '../outputs/noOutput'
import { workspacePeopleOutput } from '../outputs/people'
import { router, workspaceAdminProcedure, workspaceProcedure } from '../procedures'

/** Queries and changes of a workspace's people. */
export const peopleRouter = router({
  list: workspaceProcedure
    .output(checkedOutput(workspacePeopleOutput))
    .query(({ ctx }) => loadWorkspacePeople(ctx.scope)),

  changeRole: workspaceAdminProcedure
    .input(z.object({ personId: id, role: z.enum(ROLES) }))
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await changeRole(ctx.scope, input.personId, input.role)
      return null
    }),

  remove: workspaceAdminProcedure
    .input(z.object({ personId: id }))
    .output(noOutput)
    .mutation(async ({ ctx, input }) => {
      await removePerson(ctx.scope, input.personId)
      return null
    }),
})
