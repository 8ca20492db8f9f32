import type { Category } from '@/domain/kernel/primitives'

/** What a category is called, and what it says about the tasks in it. */
export const CATEGORY_LABELS: Record<Category, { name: string; description: string }> = {
  todo: { name: 'To do', description: 'Not begun' },
  in_progress: { name: 'In progress', description: 'Being worked on' },
  done: { name: 'Done', description: 'Finished' },
}

/** "1 task", "12 tasks". */
export const formatTaskCount = (count: number) => (count === 1 ? '1 task' : `${count} tasks`)
