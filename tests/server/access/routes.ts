import type { Role } from '@/domain/words'
import type { Ids } from './world'

/** How a route file is guarded: not, by its own tests, or as `everyRoute.test.ts` tries it. */
export type RouteEntry =
  | { open: string }
  | { testedBy: string }
  | {
      method: 'GET' | 'POST'
      /** The least role that is let in. */
      for: Role
      /** The parts in square brackets of the file's folders. */
      params?: (ids: Ids) => Record<string, string>
      query?: (ids: Ids) => Record<string, string>
      form?: (ids: Ids) => Record<string, string>
      json?: (ids: Ids) => unknown
    }

/** Every file that answers under app/api. */
export const routes: Record<string, RouteEntry> = {
  'app/api/auth/[...nextauth]/route.ts': { testedBy: 'tests/server/auth/password.test.ts' },
  'app/api/import/route.ts': { testedBy: 'tests/server/import/routes.test.ts' },
  'app/api/import/[id]/report/route.ts': { testedBy: 'tests/server/import/routes.test.ts' },
  'app/api/health/route.ts': { open: 'Balancers ask it; it tells nothing but up or down.' },
  'app/api/timesheet/route.ts': {
    method: 'GET',
    for: 'admin',
    query: (ids) => ({
      workspace: ids.workspace,
      of: 'everybody',
      from: '2031-01-01',
      to: '2031-01-07',
    }),
  },
  'app/api/realtime/settings/route.ts': { open: 'Addresses and public keys, no secret.' },
  'app/api/realtime/auth/route.ts': {
    method: 'POST',
    for: 'viewer',
    form: ({ projectId }) => ({
      socket_id: '1.1',
      channel_name: `private-project-${projectId}`,
    }),
  },
  'app/api/realtime/user/route.ts': {
    method: 'POST',
    for: 'viewer',
    form: ({ projectId }) => ({ socket_id: '1.1', project_id: projectId }),
  },
  'app/api/trpc/[trpc]/route.ts': { testedBy: 'tests/server/access/everyProcedure.test.ts' },
}
