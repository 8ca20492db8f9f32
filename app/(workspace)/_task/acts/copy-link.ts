import { toast } from '@/app/_ui/toast'

/** Puts a task's whole address onto the clipboard. */
export async function copyLink(taskKey: string, address: string): Promise<void> {
  const link = new URL(address, window.location.origin).toString()
  try {
    await navigator.clipboard.writeText(link)
    toast.done(`Link to ${taskKey} copied`)
  } catch {
    toast.failed('The link was not copied', { detail: link })
  }
}
