import { toast } from '@/app/_ui/toast'

/** Copies a task's absolute URL to the clipboard. */
export async function copyTaskLink(taskKey: string, path: string): Promise<void> {
  const link = new URL(path, window.location.origin).toString()
  try {
    await navigator.clipboard.writeText(link)
    toast.success(`Link to ${taskKey} copied`)
  } catch {
    toast.error('The link was not copied', { detail: link })
  }
}
