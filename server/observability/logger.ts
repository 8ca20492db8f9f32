import pino, { type Logger } from 'pino'
import pretty from 'pino-pretty'
import { redactSecrets, SECRET_PATHS } from './redactSecrets'

// Next bundles this module several times in one process; they all share one logger.
const shared = globalThis as { concordLogger?: Logger }

/**
 * The log of this process: readable lines on a terminal, one JSON object a line otherwise, from
 * LOG_LEVEL on. Secrets are left out, whoever logs them.
 */
export function logger(): Logger {
  shared.concordLogger ??= createLogger()
  return shared.concordLogger
}

/** A logger that writes to `destination`; without one, to standard output as `logger` says. */
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
