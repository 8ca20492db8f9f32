import type { IncomingMessage } from 'node:http'

/** An error response: its status, and a message for the body's `error`. */
export class HttpError extends Error {
  constructor(
    readonly status: 400 | 401 | 404 | 413,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Reads a whole request body. Throws a 413 as soon as it exceeds `maxBytes`; node:http discards the
 * rest, so that the client can read the response.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > maxBytes) throw new HttpError(413, `The body is longer than ${maxBytes} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks, size)
}

/** Parses a JSON body. Throws a 400 when it is not JSON or not UTF-8. */
export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new HttpError(400, 'The body is not JSON in UTF-8')
  }
}
