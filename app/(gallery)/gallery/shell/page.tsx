import { ChartNoAxesColumn, CircleUser, Columns3, History, Inbox, List, Search } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AppShell } from '@/app/_ui/AppShell'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { Breadcrumbs } from '@/app/_ui/Breadcrumbs'
import { NavGroup } from '@/app/_ui/NavGroup'
import { MobileNavLink, NavLink } from '@/app/_ui/NavLink'
import { ThemeSwitch } from '@/app/_ui/ThemeSwitch'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { SampleBoard } from './SampleBoard'

export const metadata: Metadata = { title: 'App shell' }

const currentPath = '/gallery/shell'
const people = [
  { name: 'Ana Lima' },
  { name: 'Jonas Berg' },
  { name: 'Mei Tanaka' },
  { name: 'Zoë Martin' },
]

/** Shows the app shell around a sample board during development. */
export default function AppShellSample() {
  if (process.env.NODE_ENV === 'production') notFound()
  return (
    <AppShell
      workspace={<span className="truncate px-2 font-semibold">Northwind</span>}
      sidebar={
        <>
          <NavGroup>
            <NavLink href="/gallery" label="Search" icon={<Search />} keys="Ctrl K" />
            <NavLink href="/gallery/inbox" label="Inbox" icon={<Inbox />} count={3} />
            <NavLink href="/gallery/mine" label="My tasks" icon={<CircleUser />} />
          </NavGroup>
          <NavGroup title="Aloy" isCollapsible>
            <NavLink href={currentPath} label="Board" icon={<Columns3 />} />
            <NavLink href="/gallery/backlog" label="Backlog" icon={<List />} />
            <NavLink href="/gallery/reports" label="Reports" icon={<ChartNoAxesColumn />} />
            <NavLink href="/gallery/history" label="History" icon={<History />} />
          </NavGroup>
        </>
      }
      footer={<ThemeSwitch iconsOnly />}
      mobileNav={
        <>
          <MobileNavLink href={currentPath} label="Board" icon={<Columns3 />} />
          <MobileNavLink href="/gallery/inbox" label="Inbox" icon={<Inbox />} count={3} />
          <MobileNavLink href="/gallery/mine" label="My tasks" icon={<CircleUser />} />
          <MobileNavLink href="/gallery" label="Search" icon={<Search />} />
        </>
      }
    >
      <TopBar
        breadcrumbs={
          <Breadcrumbs parents={[{ label: 'Aloy', href: '/gallery' }]} current="Board" />
        }
        end={
          <>
            <AvatarStack label="Here now" people={people} size="small" />
            <span className="flex items-center gap-1.5 text-muted">
              <span data-hue="green" className="size-1.5 rounded-full bg-tone" /> live
            </span>
          </>
        }
      />
      <Main>
        <SampleBoard />
      </Main>
    </AppShell>
  )
}
