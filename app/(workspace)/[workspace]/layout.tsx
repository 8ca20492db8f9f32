import type { ReactNode } from 'react'
import { LazyPalette } from '@/app/_features/palette/LazyPalette'
import { AccountMenu } from '@/app/_features/shell/AccountMenu'
import { MobileNav } from '@/app/_features/shell/MobileNav'
import { Sidebar } from '@/app/_features/shell/Sidebar'
import { type Workspace, WorkspaceProvider } from '@/app/_features/shell/useWorkspace'
import { WorkspaceMenu } from '@/app/_features/shell/WorkspaceMenu'
import { LazyTimer } from '@/app/_features/time/LazyTimer'
import { AppShell } from '@/app/_ui/AppShell'
import { requireAccount, requireWorkspace } from '@/server/auth/pageAccess'
import { loadWorkspacesOfAccount } from '@/server/queries/account'
import { loadProjects } from '@/server/queries/projects'
import { loadRunningTimer } from '@/server/queries/runningTimer'
import { loadTimeSettings } from '@/server/queries/timeSettings'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

/** The layout of all pages of a workspace. Only its members may see them. */
export default async function WorkspaceLayout({ children, params }: Props) {
  const { workspace: slug } = await params
  const scope = await requireWorkspace(slug)
  const account = await requireAccount()
  const [workspaces, projects, timeSettings, runningTimer] = await Promise.all([
    loadWorkspacesOfAccount(account),
    loadProjects(scope),
    loadTimeSettings(scope),
    loadRunningTimer(scope),
  ])
  const { id, name, role } = scope.person
  const workspace: Workspace = {
    slug,
    name: workspaces.find((each) => each.slug === slug)?.name ?? slug,
    projects: projects.map(({ id, key, name }) => ({ id, key, name })),
    me: { id, name, email: account.email, role },
    timeSettings,
    runningTimer,
  }
  return (
    <WorkspaceProvider value={workspace}>
      <AppShell
        workspace={
          <WorkspaceMenu current={{ slug, name: workspace.name }} workspaces={workspaces} />
        }
        sidebar={<Sidebar />}
        footer={<AccountMenu />}
        mobileNav={<MobileNav />}
      >
        {children}
      </AppShell>
      <LazyPalette />
      <LazyTimer />
    </WorkspaceProvider>
  )
}
