// Runs in a page before anything of its own: notes when the first cards are painted, and how long
// every frame takes. A script of the page, so plain JavaScript.
{
  const bench = { firstCards: null, frames: [] }
  window.concordBench = bench
  let last = null
  const frame = (now) => {
    if (last !== null) bench.frames.push(now - last)
    last = now
    // Seen in one frame, painted by the next.
    if (bench.hasCards) bench.firstCards ??= performance.now()
    bench.hasCards ||= Boolean(document.querySelector('[data-column] li a, [data-section] li a'))
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
