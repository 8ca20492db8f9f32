'use client'

import { ShortcutsHelp } from '@/app/_ui/ShortcutsHelp'

const shortcutGroups = [
  {
    title: 'Anywhere',
    shortcuts: [
      { keys: 'Ctrl K', does: 'Search and commands' },
      { keys: 'G then B', does: 'Board' },
      { keys: 'G then L', does: 'Backlog' },
      { keys: 'G then S', does: 'Sprints' },
      { keys: 'G then V', does: 'Versions' },
      { keys: 'G then H', does: 'History' },
      { keys: 'G then O', does: 'All projects' },
      { keys: 'G then T', does: 'Timesheet' },
      { keys: '[', does: 'Open or close the side bar' },
      { keys: 'Ctrl Z', does: 'Take back what you did last' },
      { keys: 'Ctrl Shift Z', does: 'Do it again' },
      { keys: '?', does: 'This list' },
    ],
  },
  {
    title: 'Board',
    shortcuts: [
      { keys: 'C', does: 'Create a task' },
      { keys: '/', does: 'Filter' },
      { keys: '↑ ↓ ← →', does: 'Move between cards' },
      { keys: 'Enter', does: 'Open the task' },
      { keys: 'X', does: 'Select the card, or no longer' },
      { keys: 'Shift ↑ ↓', does: 'Select further' },
      { keys: 'Space', does: 'Pick the card up, or put it down' },
    ],
  },
  {
    title: 'While a card is picked up',
    shortcuts: [
      { keys: '↑ ↓', does: 'Further up or down' },
      { keys: '← →', does: 'To the next column' },
      { keys: 'Enter', does: 'Put it down' },
      { keys: 'Esc', does: 'Leave it where it was' },
    ],
  },
  {
    title: 'Backlog',
    shortcuts: [
      { keys: '↑ ↓', does: 'Move between tasks' },
      { keys: 'Shift ↑ ↓', does: 'Select on the way' },
      { keys: 'X', does: 'Select, or no longer' },
      { keys: 'Ctrl A', does: 'Select all of the section' },
      { keys: 'Space', does: 'Pick up what is selected, or put it down' },
    ],
  },
  {
    title: 'Timesheet',
    shortcuts: [
      { keys: '↑ ↓ ← →', does: 'Move between days and tasks' },
      { keys: 'Enter', does: 'Log what is typed, and go on below' },
      { keys: 'Esc', does: 'Leave it as it was' },
      { keys: 'Ctrl Z', does: 'Take back what was typed last' },
    ],
  },
  {
    title: 'On a card, and in a task',
    shortcuts: [
      { keys: 'T', does: 'Title, in a task' },
      { keys: 'S', does: 'Status' },
      { keys: 'A', does: 'Assignees' },
      { keys: 'P', does: 'Priority' },
      { keys: 'L', does: 'Labels' },
      { keys: 'E', does: 'Estimate' },
      { keys: 'D', does: 'Due date' },
      { keys: 'W', does: 'Log time, in a task' },
      { keys: '.', does: 'More actions' },
    ],
  },
]

/** Lists all keyboard shortcuts of a workspace's pages. */
export function ShortcutsDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return <ShortcutsHelp {...props} groups={shortcutGroups} />
}
