import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { ApiError } from '@/server/access/apiError'
import { maxUploadBytes } from './maxUploadBytes'

/** The sender of an upload ended it before it was complete. `cause` is the connection's error. */
export class UploadCutOffError extends Error {
  override name = 'UploadCutOffError'
}

/**
 * Writes an upload to a file as it arrives.
 * @returns the number of bytes written
 * @throws UploadCutOffError, ApiError when it is too large, or the error of the disk
 */
export async function writeUpload(body: ReadableStream<Uint8Array>, file: string): Promise<number> {
  const limit = maxUploadBytes()
  let size = 0
  const sizeLimiter = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      const megabytes = Math.round(limit / 1024 / 1024)
      if (size <= limit) done(null, chunk)
      else done(new ApiError('invalid', `The file is larger than ${megabytes} MB.`, 'file'))
    },
  })
  await pipeline(chunksOf(body), sizeLimiter, createWriteStream(file, { mode: 0o600 }))
  return size
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (cause) {
    throw new UploadCutOffError('The upload was cut off.', { cause })
  }
}
