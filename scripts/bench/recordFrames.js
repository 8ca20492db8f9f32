// Runs in a page before its own scripts. Records when the first cards are painted and how long
// every frame takes. Plain JavaScript, because the browser runs this file as it is.
{
  const bench = { firstCards: null, frames: [] }
  window.concordBench = bench
  let last = null
  const frame = (now) => {
    if (last !== null) bench.frames.push(now - last)
    last = now
    // Cards that are found in one frame are painted by the next.
    if (bench.hasCards) bench.firstCards ??= performance.now()
    bench.hasCards ||= Boolean(document.querySelector('[data-column] li a, [data-section] li a'))
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}
