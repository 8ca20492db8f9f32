import type { Role } from '@/domain/kernel/primitives'
import type { FixtureIds } from './workspaceFixture'

/** How a route file is protected: public, tested elsewhere, or tested by `everyRoute.test.ts`. */
export type RouteAccess =
  | { publicBecause: string }
  | { testedBy: string }
  | {
      method: 'GET' | 'POST'
      /** The minimum role that is admitted. */
      for: Role
      /** The dynamic segments of the route's path. */
      params?: (ids: FixtureIds) => Record<string, string>
      query?: (ids: FixtureIds) => Record<string, string>
      form?: (ids: FixtureIds) => Record<string, string>
      json?: (ids: FixtureIds) => unknown
    }

/** Every route file under app/api. */
export const allRoutes: Record<string, RouteAccess> = {
  'app/api/auth/[...nextauth]/route.ts': { testedBy: 'tests/server/auth/password.test.ts' },
  'app/api/import/route.ts': { testedBy: 'tests/server/import/routes.test.ts' },
  'app/api/import/[id]/report/route.ts': { testedBy: 'tests/server/import/routes.test.ts' },
  'app/api/health/route.ts': {
    publicBecause: 'Balancers ask it; it tells how each part is, and of no workspace.',
  },
  'app/api/metrics/route.ts': { testedBy: 'tests/server/observability/metrics.test.ts' },
  'app/api/timesheet/route.ts': {
    method: 'GET',
    for: 'admin',
    query: (ids) => ({
      workspace: ids.workspace,
      personId: 'everybody',
      from: '2031-01-01',
      to: '2031-01-07',
    }),
  },
  'app/api/realtime/settings/route.ts': { publicBecause: 'Addresses and public keys, no secret.' },
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
