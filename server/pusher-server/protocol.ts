import { z } from 'zod'

/** The only protocol version that this server supports. */
export const PROTOCOL_VERSION = 7

/**
 * The reason why a client is rejected. `code` is the protocol's number, or null when it has none.
 */
export interface ProtocolError {
  code: number | null
  message: string
}

/** An error that ends the connection. Its code is the WebSocket close code. */
export interface FatalProtocolError extends ProtocolError {
  code: number
}

/**
 * The protocol's numbered errors. 4000-4099: do not reconnect unchanged, 4100-4199: reconnect after
 * a pause, 4200-4299: reconnect at once, 4300-4399: the connection stays open. 4000 (TLS only),
 * 4003 (disabled) and 4004 (over quota) are missing: TLS ends at the proxy in front, and the only
 * app here can be neither disabled nor limited.
 */
export const protocolErrors = {
  unknownApp: { code: 4001, message: 'Application does not exist' },
  pathNotFound: { code: 4005, message: 'Path not found' },
  malformedVersion: { code: 4006, message: 'Invalid version string format' },
  unsupportedVersion: { code: 4007, message: 'Unsupported protocol version' },
  missingVersion: { code: 4008, message: 'No protocol version supplied' },
  unauthorized: { code: 4009, message: 'Connection is unauthorized' },
  overCapacity: { code: 4100, message: 'Over capacity' },
  reconnect: { code: 4200, message: 'The server is restarting: reconnect' },
  pongTimeout: { code: 4201, message: 'Pong reply not received' },
  inactivityTimeout: { code: 4202, message: 'Closed after inactivity' },
  clientEventRateExceeded: { code: 4301, message: 'Client event rejected due to rate limit' },
} as const satisfies Record<string, FatalProtocolError>

/** The format of every client message. The handler of the event validates `data`. */
export const clientMessageSchema = z.object({
  event: z.string(),
  channel: z.string().optional(),
  data: z.unknown().optional(),
})

/** A message of the protocol; `data` is passed on unchanged. */
export interface ServerMessage {
  event: string
  channel?: string
  data: unknown
  user_id?: string
}

/** Encodes a message as the bytes of its text frame, so that many subscribers can share them. */
export function encodeMessage(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message))
}

/** Encodes a message of the protocol itself, whose `data` is a JSON string within the JSON. */
export function encodeProtocolMessage(event: string, data: unknown, channel?: string): Buffer {
  return encodeMessage({ event, channel, data: JSON.stringify(data) })
}
