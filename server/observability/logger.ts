import pino, { type Logger } from 'pino'
import pretty from 'pino-pretty'
import { redactSecrets, SECRET_PATHS } from './redactSecrets'

// Next bundles this module several times in one process. All copies share one logger.
const shared = globalThis as { concordLogger?: Logger }

/**
 * Returns the logger of this process: readable lines on a terminal, otherwise one JSON object per
 * line, from LOG_LEVEL on. Secrets are redacted.
 */
export function logger(): Logger {
  shared.concordLogger ??= createLogger()
  return shared.concordLogger
}

/** Creates a logger that writes to `destination`, by default to standard output. */
export function createLogger(destination?: { write(line: string): void }): Logger {
  const options: pino.LoggerOptions = {
    level: process.env.LOG_LEVEL || (process.env.NODE_ENV === 'test' ? 'fatal' : 'info'),
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    hooks: { streamWrite: redactSecrets },
  }
  if (destination) return pino(options, destination)
  return process.stdout.isTTY
    ? pino(options, pretty({ sync: true, translateTime: 'SYS:HH:MM:ss', ignore: 'pid,hostname' }))
    : pino(options)
}
