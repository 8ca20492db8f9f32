import type { ReactNode } from 'react'
import { WorkspaceSettingsNav } from '@/app/_features/settings/WorkspaceSettingsNav'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { requireWorkspace } from '@/server/auth/pageAccess'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

/** The frame of the settings: their pages side by side, one narrow column below. */
export default async function SettingsLayout({ children, params }: Props) {
  const { workspace } = await params
  const { person } = await requireWorkspace(workspace)
  return (
    <>
      <TopBar breadcrumbs={<Breadcrumbs current="Settings" />} />
      <Main>
        <div className="mx-auto flex max-w-180 flex-col gap-6 px-4 py-4 md:py-6">
          <WorkspaceSettingsNav workspace={workspace} isAdmin={person.role === 'admin'} />
          {children}
        </div>
      </Main>
    </>
  )
}
