import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'

/** Maximum unpacked size, so that a gzip bomb cannot run for days. */
const MAX_UNPACKED_BYTES = 16 * 1024 ** 3

/** A file that cannot be read further. The message is for the user. */
export class UnreadableFileError extends Error {}

/**
 * Yields the text of a file in chunks of about 100 KB, without a byte order mark. Unpacks gzip,
 * which it detects by the first bytes and not by the name.
 * @throws UnreadableFileError when the gzip is truncated or broken, or the disk fails
 */
export async function* readText(path: string): AsyncGenerator<string> {
  const raw = createReadStream(path, { highWaterMark: 128 * 1024 })
  const gzipped = await isGzip(path)
  const gunzip = createGunzip()
  const source = gzipped ? raw.pipe(gunzip) : raw
  raw.on('error', (error) => source.destroy(error))
  const decoder = new TextDecoder('utf-8')
  let bytesRead = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytesRead += chunk.length
      if (bytesRead > MAX_UNPACKED_BYTES)
        throw new UnreadableFileError('The file unpacks to more than 16 GB.')
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    throw error instanceof UnreadableFileError
      ? error
      : new UnreadableFileError(unreadableReason(error, gzipped))
  } finally {
    raw.destroy()
    gunzip.destroy()
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await file.close()
  }
}

function unreadableReason(error: unknown, gzipped: boolean): string {
  const code = (error as { code?: string }).code
  if (code === 'Z_BUF_ERROR') return 'The gzip file ends too early: it was cut short.'
  if (gzipped && code?.startsWith('Z_')) return 'The gzip file is damaged from here on.'
  return `The file could not be read on: ${error instanceof Error ? error.message : error}.`
}
