import type { ReactNode } from 'react'
import { Frame } from '@/app/_ui/Frame'
import { accountOfPage, workspaceOfPage } from '@/server/access/page'
import { workspacesOf } from '@/server/queries/account'
import { projectsOf } from '@/server/queries/projects'
import { runningTimer } from '@/server/queries/timer'
import { timeSettings } from '@/server/queries/workTime'
import { AccountMenu } from '../_frame/AccountMenu'
import { Bottom } from '../_frame/Bottom'
import { Side } from '../_frame/Side'
import { WorkspaceMenu } from '../_frame/WorkspaceMenu'
import { type Workspace, WorkspaceProvider } from '../_frame/workspace'
import { PaletteDoor } from '../_palette/PaletteDoor'
import { TimerGate } from '../_time/timer/TimerGate'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

/** The frame around every page of a workspace, for people of that workspace alone. */
export default async function WorkspaceLayout({ children, params }: Props) {
  const { workspace: slug } = await params
  const scope = await workspaceOfPage(slug)
  const account = await accountOfPage()
  const [all, projects, time, timer] = await Promise.all([
    workspacesOf(account),
    projectsOf(scope),
    timeSettings(scope),
    runningTimer(scope),
  ])
  const { id, name, role } = scope.person
  const workspace: Workspace = {
    slug,
    name: all.find((each) => each.slug === slug)?.name ?? slug,
    projects: projects.map(({ id, key, name }) => ({ id, key, name })),
    me: { id, name, email: account.email, role },
    time,
    timer,
  }
  return (
    <WorkspaceProvider value={workspace}>
      <Frame
        workspace={<WorkspaceMenu here={{ slug, name: workspace.name }} all={all} />}
        side={<Side />}
        foot={<AccountMenu />}
        bottom={<Bottom />}
      >
        {children}
      </Frame>
      <PaletteDoor />
      <TimerGate />
    </WorkspaceProvider>
  )
}
