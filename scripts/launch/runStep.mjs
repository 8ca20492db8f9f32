const HEARTBEAT_MS = 5_000

export function printLine(text) {
  process.stdout.write(`${text}\n`)
}

/** Prints what is being done, again every few seconds while it lasts, and how long it took. */
export async function runStep(title, work) {
  const start = Date.now()
  const seconds = () => ((Date.now() - start) / 1000).toFixed(1)
  printLine(`  ${title} …`)
  const heartbeat = setInterval(() => printLine(`  ${title} … ${seconds()} s`), HEARTBEAT_MS)
  try {
    const result = await work()
    printLine(`✓ ${title} (${seconds()} s)`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}
