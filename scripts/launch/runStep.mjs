const HEARTBEAT_MS = 5_000

export function printLine(text) {
  process.stdout.write(`${text}\n`)
}

/** Prints the step's title, again every few seconds while it runs, and its duration. */
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
