import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '@/db/client'
import { startEmbeddedPostgres } from '@/db/embedded/embeddedPostgres'
import { migrate } from '@/db/migrate'
import type { Benchmark, BenchmarkResult } from './benchmarkResult'

/** Runs a benchmark on a temporary PostgreSQL with default durability. */
export async function withBenchmarkDatabase(
  name: string,
  bench: Benchmark,
): Promise<Record<string, BenchmarkResult>> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'))
  chmodSync(folder, 0o755)
  const running = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    ownerPassword: randomBytes(16).toString('hex'),
    appPassword: randomBytes(16).toString('hex'),
    removeOnExit: folder,
  })
  await migrate(running.ownerUrl())
  process.env.DATABASE_URL = running.appUrl()
  try {
    const say = (what: string) => console.error(`${name}: ${what}`)
    return await bench({ ownerUrl: running.ownerUrl(), appUrl: running.appUrl(), folder, say })
  } finally {
    await closeDatabase()
    await running.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
