import type { ReactNode } from 'react'
import { WorkspaceSettingsNav } from '@/app/_features/settings/WorkspaceSettingsNav'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { requireWorkspace } from '@/server/auth/pageAccess'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

/** The layout of the settings: links to their pages, above one narrow column. */
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
