import { ChartNoAxesColumn, CircleUser, Columns3, History, Inbox, List, Search } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AvatarStack } from '@/app/_ui/AvatarStack'
import { Frame } from '@/app/_ui/Frame'
import { NavGroup } from '@/app/_ui/NavGroup'
import { BottomLink, NavLink } from '@/app/_ui/NavLink'
import { ThemeChoice } from '@/app/_ui/ThemeChoice'
import { Main, TopBar } from '@/app/_ui/TopBar'
import { Trail } from '@/app/_ui/Trail'
import { SampleBoard } from './SampleBoard'

export const metadata: Metadata = { title: 'Frame' }

const here = '/gallery/frame'
const people = [
  { name: 'Ana Lima' },
  { name: 'Jonas Berg' },
  { name: 'Mei Tanaka' },
  { name: 'Zoë Martin' },
]

/** The frame around a sample board, to look at while developing. */
export default function FrameSample() {
  if (process.env.NODE_ENV === 'production') notFound()
  return (
    <Frame
      workspace={<span className="truncate px-2 font-semibold">Northwind</span>}
      side={
        <>
          <NavGroup>
            <NavLink href="/gallery" label="Search" icon={<Search />} keys="Ctrl K" />
            <NavLink href="/gallery/inbox" label="Inbox" icon={<Inbox />} count={3} />
            <NavLink href="/gallery/mine" label="My tasks" icon={<CircleUser />} />
          </NavGroup>
          <NavGroup title="Aloy" folds>
            <NavLink href={here} label="Board" icon={<Columns3 />} />
            <NavLink href="/gallery/backlog" label="Backlog" icon={<List />} />
            <NavLink href="/gallery/reports" label="Reports" icon={<ChartNoAxesColumn />} />
            <NavLink href="/gallery/history" label="History" icon={<History />} />
          </NavGroup>
        </>
      }
      foot={<ThemeChoice iconsOnly />}
      bottom={
        <>
          <BottomLink href={here} label="Board" icon={<Columns3 />} />
          <BottomLink href="/gallery/inbox" label="Inbox" icon={<Inbox />} count={3} />
          <BottomLink href="/gallery/mine" label="My tasks" icon={<CircleUser />} />
          <BottomLink href="/gallery" label="Search" icon={<Search />} />
        </>
      }
    >
      <TopBar
        trail={<Trail above={[{ label: 'Aloy', href: '/gallery' }]} here="Board" />}
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
    </Frame>
  )
}
