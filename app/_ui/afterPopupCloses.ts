/**
 * Runs it when no menu or list is open: one that closes gives the focus back, and would take it
 * from a dialog that is there already.
 */
export function afterPopupCloses(callback: () => void): void {
  requestAnimationFrame(() => {
    if (document.querySelector('[role="menu"], [role="listbox"]')) afterPopupCloses(callback)
    else requestAnimationFrame(callback)
  })
}
