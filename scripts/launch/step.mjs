const HEARTBEAT_MS = 5_000

export function say(text) {
  process.stdout.write(`${text}\n`)
}

/** Says what is being done, again every few seconds while it lasts, and how long it took. */
export async function step(title, work) {
  const start = Date.now()
  const seconds = () => ((Date.now() - start) / 1000).toFixed(1)
  say(`  ${title} …`)
  const heartbeat = setInterval(() => say(`  ${title} … ${seconds()} s`), HEARTBEAT_MS)
  try {
    const result = await work()
    say(`✓ ${title} (${seconds()} s)`)
    return result
  } finally {
    clearInterval(heartbeat)
  }
}
