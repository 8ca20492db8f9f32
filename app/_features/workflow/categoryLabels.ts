import type { Category } from '@/domain/kernel/primitives'

/** The name of each category and what it says about its tasks. */
export const CATEGORY_LABELS: Record<Category, { name: string; description: string }> = {
  todo: { name: 'To do', description: 'Not begun' },
  in_progress: { name: 'In progress', description: 'Being worked on' },
  done: { name: 'Done', description: 'Finished' },
}

/** Returns "1 task" or "12 tasks". */
export const formatTaskCount = (count: number) => (count === 1 ? '1 task' : `${count} tasks`)
