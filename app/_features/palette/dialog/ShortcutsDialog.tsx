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
      { keys: '[', does: 'Open or close the sidebar' },
      { keys: 'Ctrl Z', does: 'Undo your last change' },
      { keys: 'Ctrl Shift Z', does: 'Redo it' },
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
      { keys: 'X', does: 'Select or deselect the card' },
      { keys: 'Shift ↑ ↓', does: 'Extend the selection' },
      { keys: 'Space', does: 'Pick up or drop the card' },
    ],
  },
  {
    title: 'While a card is picked up',
    shortcuts: [
      { keys: '↑ ↓', does: 'Move it up or down' },
      { keys: '← →', does: 'Move it to the next column' },
      { keys: 'Enter', does: 'Drop it' },
      { keys: 'Esc', does: 'Cancel' },
    ],
  },
  {
    title: 'Backlog',
    shortcuts: [
      { keys: '↑ ↓', does: 'Move between tasks' },
      { keys: 'Shift ↑ ↓', does: 'Extend the selection' },
      { keys: 'X', does: 'Select or deselect' },
      { keys: 'Ctrl A', does: 'Select all of the section' },
      { keys: 'Space', does: 'Pick up or drop the selection' },
    ],
  },
  {
    title: 'Timesheet',
    shortcuts: [
      { keys: '↑ ↓ ← →', does: 'Move between days and tasks' },
      { keys: 'Enter', does: 'Log the typed time and move down' },
      { keys: 'Esc', does: 'Restore the old value' },
      { keys: 'Ctrl Z', does: 'Undo the last change' },
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
