import {
  Clock,
  Columns3,
  FileUp,
  History,
  IterationCw,
  LayoutGrid,
  Monitor,
  Moon,
  Package,
  PanelLeft,
  Plus,
  Rows3,
  Settings,
  Sun,
  UserRound,
  Users,
} from 'lucide-react'
import type { Command, CommandGroup } from '@/app/_ui/CommandPalette'
import { chooseTheme, toggleSide } from '@/app/_ui/theme'
import { addresses } from '../_frame/addresses'
import type { Workspace } from '../_frame/workspace'
import { openCreateProject, openHelp } from './open'

type Go = (address: string) => void

/** The screens of the project that is open. */
export function projectCommands(slug: string, key: string, go: Go): CommandGroup {
  const to = (id: string, label: string, address: string, rest: Partial<Command>): Command => ({
    id,
    label,
    run: () => go(address),
    ...rest,
  })
  return {
    title: 'This project',
    commands: [
      to('board', 'Board', addresses.board(slug, key), { icon: <Columns3 />, keys: 'G then B' }),
      to('backlog', 'Backlog', addresses.backlog(slug, key), {
        icon: <Rows3 />,
        keys: 'G then L',
        keywords: ['go to', 'plan', 'groom'],
      }),
      to('sprints', 'Sprints', addresses.sprints(slug, key), {
        icon: <IterationCw />,
        keys: 'G then S',
        keywords: ['go to', 'iterations', 'capacity'],
      }),
      to('versions', 'Versions', addresses.versions(slug, key), {
        icon: <Package />,
        keys: 'G then V',
        keywords: ['go to', 'releases', 'fix versions'],
      }),
      to('history', 'History', addresses.history(slug, key), {
        icon: <History />,
        keys: 'G then H',
      }),
      to('settings', 'Project settings', addresses.projectSettings(slug, key), {
        icon: <Settings />,
        keywords: ['columns', 'workflow', 'statuses', 'WIP limit'],
      }),
    ],
  }
}

/** The other projects, to switch to. */
export function switchCommands(workspace: Workspace, here: string | undefined, go: Go) {
  const { slug, projects } = workspace
  return {
    title: 'Projects',
    commands: projects
      .filter((project) => project.key !== here)
      .map((project) => ({
        id: `project-${project.key}`,
        label: project.name,
        hint: project.key,
        icon: <Columns3 />,
        keywords: ['switch', 'open', 'go to'],
        run: () => go(addresses.board(slug, project.key)),
      })),
  }
}

/** What is there on every page. */
export function workspaceCommands(workspace: Workspace, go: Go): CommandGroup {
  const { slug, me } = workspace
  const create: Command = {
    id: 'create-project',
    label: 'Create project',
    icon: <Plus />,
    keywords: ['new', 'add'],
    run: openCreateProject,
  }
  const bringIn: Command = {
    id: 'import',
    label: 'Import from Jira',
    icon: <FileUp />,
    keywords: ['upload', 'export', 'migrate'],
    run: () => go(addresses.import(slug)),
  }
  return {
    title: 'Workspace',
    commands: [
      ...(me.role === 'viewer' ? [] : [create]),
      {
        id: 'projects',
        label: 'All projects',
        icon: <LayoutGrid />,
        keys: 'G then O',
        run: () => go(addresses.workspace(slug)),
      },
      ...(me.role === 'admin' ? [bringIn] : []),
      {
        id: 'account',
        label: 'My account',
        icon: <UserRound />,
        keywords: ['sign out', 'password', me.name],
        run: () => go(`/${slug}/settings/account`),
      },
      {
        id: 'timesheet',
        label: 'Timesheet',
        icon: <Clock />,
        keys: 'G then T',
        keywords: ['time', 'hours', 'log'],
        run: () => go(addresses.timesheet(slug)),
      },
      { id: 'people', label: 'People', icon: <Users />, run: () => go(`/${slug}/settings/people`) },
    ],
  }
}

/** How the page looks, and its keys. */
export const appearanceCommands: CommandGroup = {
  title: 'Appearance and help',
  commands: [
    theme('system', 'Theme: as the system', <Monitor />),
    theme('light', 'Theme: light', <Sun />),
    theme('dark', 'Theme: dark', <Moon />),
    {
      id: 'side',
      label: 'Open or close the side bar',
      icon: <PanelLeft />,
      keys: '[',
      run: toggleSide,
    },
    { id: 'help', label: 'Keyboard shortcuts', keys: '?', keywords: ['keys'], run: openHelp },
  ],
}

function theme(id: Parameters<typeof chooseTheme>[0], label: string, icon: Command['icon']) {
  return { id: `theme-${id}`, label, icon, run: () => chooseTheme(id) }
}
