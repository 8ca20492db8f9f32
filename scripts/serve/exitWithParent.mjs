// Loaded into each process that Concord starts: when the parent ends, even by kill -9, the IPC
// channel closes and this process ends too.
const GRACE_MS = 5_000

process.on('disconnect', () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref()
  process.kill(process.pid, 'SIGTERM')
})
