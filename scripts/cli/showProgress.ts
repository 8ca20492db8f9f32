const LINE_INTERVAL_MS = 5_000

/**
 * Shows progress: on one changing line in a terminal, otherwise line by line.
 * @param what the counted unit: "commands"
 */
export function showProgress(to: NodeJS.WriteStream, what = 'commands') {
  const began = Date.now()
  let last = began
  return {
    /** Updates the share that is done, from 0 to 1. */
    at: (share: number, count: number) => {
      const now = Date.now()
      if (now - last < (to.isTTY ? 200 : LINE_INTERVAL_MS)) return
      last = now
      const left = Math.round((((now - began) / share) * (1 - share)) / 1000)
      const text = `  ${(share * 100).toFixed(0)} %, ${count.toLocaleString('en')} ${what}, ${left} s left`
      to.write(to.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
    },
    end: () => {
      if (to.isTTY) to.write('\r\u001b[K')
    },
  }
}
