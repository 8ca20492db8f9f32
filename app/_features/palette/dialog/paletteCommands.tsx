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
import { openCreateProjectDialog, openShortcutsDialog } from '@/app/_features/shell/openPalette'
import { routes } from '@/app/_features/shell/routes'
import type { Workspace } from '@/app/_features/shell/useWorkspace'
import type { PaletteCommand, PaletteGroup } from '@/app/_ui/CommandPalette'
import { setTheme, toggleSidebar } from '@/app/_ui/theme'

type Navigate = (address: string) => void

/** Commands that open the screens of the open project. */
export function projectCommands(slug: string, key: string, navigate: Navigate): PaletteGroup {
  const screenCommand = (
    id: string,
    label: string,
    url: string,
    rest: Partial<PaletteCommand>,
  ): PaletteCommand => ({
    id,
    label,
    run: () => navigate(url),
    ...rest,
  })
  return {
    title: 'This project',
    commands: [
      screenCommand('board', 'Board', routes.board(slug, key), {
        icon: <Columns3 />,
        keys: 'G then B',
      }),
      screenCommand('backlog', 'Backlog', routes.backlog(slug, key), {
        icon: <Rows3 />,
        keys: 'G then L',
        keywords: ['go to', 'plan', 'groom'],
      }),
      screenCommand('sprints', 'Sprints', routes.sprints(slug, key), {
        icon: <IterationCw />,
        keys: 'G then S',
        keywords: ['go to', 'iterations', 'capacity'],
      }),
      screenCommand('versions', 'Versions', routes.versions(slug, key), {
        icon: <Package />,
        keys: 'G then V',
        keywords: ['go to', 'releases', 'fix versions'],
      }),
      screenCommand('history', 'History', routes.history(slug, key), {
        icon: <History />,
        keys: 'G then H',
      }),
      screenCommand('settings', 'Project settings', routes.projectSettings(slug, key), {
        icon: <Settings />,
        keywords: ['columns', 'workflow', 'statuses', 'WIP limit'],
      }),
    ],
  }
}

/** Commands that switch to another project. */
export function switchProjectCommands(
  workspace: Workspace,
  currentKey: string | undefined,
  navigate: Navigate,
) {
  const { slug, projects } = workspace
  return {
    title: 'Projects',
    commands: projects
      .filter((project) => project.key !== currentKey)
      .map((project) => ({
        id: `project-${project.key}`,
        label: project.name,
        hint: project.key,
        icon: <Columns3 />,
        keywords: ['switch', 'open', 'go to'],
        run: () => navigate(routes.board(slug, project.key)),
      })),
  }
}

/** Commands that exist on every page. */
export function workspaceCommands(workspace: Workspace, navigate: Navigate): PaletteGroup {
  const { slug, me } = workspace
  const createCommand: PaletteCommand = {
    id: 'create-project',
    label: 'Create project',
    icon: <Plus />,
    keywords: ['new', 'add'],
    run: openCreateProjectDialog,
  }
  const importCommand: PaletteCommand = {
    id: 'import',
    label: 'Import from Jira',
    icon: <FileUp />,
    keywords: ['upload', 'export', 'migrate'],
    run: () => navigate(routes.import(slug)),
  }
  return {
    title: 'Workspace',
    commands: [
      ...(me.role === 'viewer' ? [] : [createCommand]),
      {
        id: 'projects',
        label: 'All projects',
        icon: <LayoutGrid />,
        keys: 'G then O',
        run: () => navigate(routes.workspace(slug)),
      },
      ...(me.role === 'admin' ? [importCommand] : []),
      {
        id: 'account',
        label: 'My account',
        icon: <UserRound />,
        keywords: ['sign out', 'password', me.name],
        run: () => navigate(`/${slug}/settings/account`),
      },
      {
        id: 'timesheet',
        label: 'Timesheet',
        icon: <Clock />,
        keys: 'G then T',
        keywords: ['time', 'hours', 'log'],
        run: () => navigate(routes.timesheet(slug)),
      },
      {
        id: 'people',
        label: 'People',
        icon: <Users />,
        run: () => navigate(`/${slug}/settings/people`),
      },
    ],
  }
}

/** Commands for the theme and the help. */
export const appearanceCommands: PaletteGroup = {
  title: 'Appearance and help',
  commands: [
    themeCommand('system', 'Theme: as the system', <Monitor />),
    themeCommand('light', 'Theme: light', <Sun />),
    themeCommand('dark', 'Theme: dark', <Moon />),
    {
      id: 'side',
      label: 'Open or close the sidebar',
      icon: <PanelLeft />,
      keys: '[',
      run: toggleSidebar,
    },
    {
      id: 'shortcuts',
      label: 'Keyboard shortcuts',
      keys: '?',
      keywords: ['keys'],
      run: openShortcutsDialog,
    },
  ],
}

function themeCommand(
  id: Parameters<typeof setTheme>[0],
  label: string,
  icon: PaletteCommand['icon'],
) {
  return { id: `theme-${id}`, label, icon, run: () => setTheme(id) }
}
