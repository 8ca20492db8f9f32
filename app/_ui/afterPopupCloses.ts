/**
 * Runs the callback when no menu or list is open. A closing one returns the focus, and would take
 * it from a dialog that is already open.
 */
export function afterPopupCloses(callback: () => void): void {
  requestAnimationFrame(() => {
    if (document.querySelector('[role="menu"], [role="listbox"]')) afterPopupCloses(callback)
    else requestAnimationFrame(callback)
  })
}
