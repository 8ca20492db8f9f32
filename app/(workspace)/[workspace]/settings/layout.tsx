import type { ReactNode } from 'react'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { Trail } from '@/app/_ui/Trail'
import { SettingsNav } from './SettingsNav'

type Props = { children: ReactNode; params: Promise<{ workspace: string }> }

/** The frame of the settings: their pages side by side, one narrow column below. */
export default async function SettingsLayout({ children, params }: Props) {
  const { workspace } = await params
  return (
    <>
      <TopBar trail={<Trail here="Settings" />} />
      <Main>
        <div className="mx-auto flex max-w-180 flex-col gap-6 px-4 py-4 md:py-6">
          <SettingsNav workspace={workspace} />
          {children}
        </div>
      </Main>
    </>
  )
}
