import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import {
  type PostgresPrograms,
  type ProcessUser,
  postgresProcessUser,
  postgresPrograms,
} from './postgresPrograms'
import { stopOrphans } from './stopOrphans'

export const EMBEDDED_DATABASE = 'concord'
export const OWNER_ROLE = 'concord'
export const APP_ROLE = 'concord_app'

export type EmbeddedPostgresOptions = {
  /**
   * Data folder of the database, created on first start. Its parent contains the log, postgres.log.
   */
  folder: string
  ownerPassword: string
  appPassword: string
  /** A free port by default. */
  port?: number
  /** Additional server settings, `name=value`. */
  settings?: string[]
  /**
   * A folder to delete after the database has stopped, even when this process has ended by then.
   */
  removeOnExit?: string
}

export type EmbeddedPostgres = {
  port: number
  /** Process id of the postmaster. */
  pid: number
  /** Returns the connection URL of the owner (superuser of this private instance). */
  ownerUrl: (database?: string) => string
  /** Returns the connection URL of the app's role, which owns no table. */
  appUrl: (database?: string) => string
  /** Resolves when PostgreSQL has ended, for whatever reason. */
  exited: Promise<void>
  /** Shuts down cleanly and waits for the end. */
  stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL 18 that npm installed, on 127.0.0.1 only, with default durability, and
 * creates its database and the app's role when missing. Recovers by itself from any earlier kill.
 * @throws Error in one sentence, with PostgreSQL's own reason
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const programs = postgresPrograms()
  const parent = dirname(options.folder)
  fs.mkdirSync(parent, { recursive: true })
  const folderStats = fs.statSync(fs.existsSync(options.folder) ? options.folder : parent)
  const processUser = postgresProcessUser(programs, parent, folderStats.uid, folderStats.gid)
  if (fs.existsSync(join(options.folder, 'PG_VERSION'))) await stopOrphans(options.folder)
  else initialiseDataFolder(programs, processUser, options)

  const port = options.port ?? (await freePort())
  const { supervisor, pid } = await launchPostgres(programs, processUser, options, port)
  const exited = once(supervisor, 'exit').then(() => undefined)
  const urlFor = (user: string, password: string) => (database?: string) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database ?? EMBEDDED_DATABASE}`
  const database: EmbeddedPostgres = {
    port,
    pid,
    ownerUrl: urlFor(OWNER_ROLE, options.ownerPassword),
    appUrl: urlFor(APP_ROLE, options.appPassword),
    exited,
    stop: async () => {
      if (supervisor.connected) supervisor.disconnect()
      await exited
    },
  }
  try {
    await waitUntilReady(options, pid, supervisor)
    await ensureDatabase(database, options.appPassword)
  } catch (error) {
    await database.stop()
    throw error
  }
  return database
}

/** Returns a free TCP port on 127.0.0.1. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}

// Created in a temporary place and moved when complete, so that a kill leaves no broken folder.
function initialiseDataFolder(
  programs: PostgresPrograms,
  processUser: ProcessUser,
  options: EmbeddedPostgresOptions,
): void {
  const temporaryFolder = `${options.folder}.new`
  const passwordFile = `${options.folder}.password`
  fs.rmSync(temporaryFolder, { recursive: true, force: true })
  fs.rmSync(options.folder, { recursive: true, force: true })
  fs.mkdirSync(temporaryFolder, { mode: 0o700 })
  fs.writeFileSync(passwordFile, `${options.ownerPassword}\n`, { mode: 0o600 })
  if (processUser.owner)
    for (const path of [temporaryFolder, passwordFile]) fs.chownSync(path, ...processUser.owner)
  const call = processUser.toCommand(programs.initdb, [
    `--pgdata=${temporaryFolder}`,
    `--username=${OWNER_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ])
  const result = spawnSync(call.command, call.args, {
    ...processUser.spawnIdentity,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  fs.rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    const reason = result.error?.message ?? result.stderr
    throw new Error(
      `PostgreSQL could not make its folder ${options.folder}: ${lastErrorLine(reason)}`,
    )
  }
  fs.renameSync(temporaryFolder, options.folder)
}

async function launchPostgres(
  programs: PostgresPrograms,
  processUser: ProcessUser,
  options: EmbeddedPostgresOptions,
  port: number,
): Promise<{ supervisor: ChildProcess; pid: number }> {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(options.settings ?? []),
  ]
  const call = processUser.toCommand(programs.postgres, [
    '-D',
    fs.realpathSync(options.folder),
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  const supervisorOptions = {
    ...call,
    ...processUser.spawnIdentity,
    logFile: logFileOf(options),
    removeOnExit: options.removeOnExit,
  }
  const supervisor = fork(
    fileURLToPath(new URL('./supervisor.mjs', import.meta.url)),
    [JSON.stringify(supervisorOptions)],
    { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] },
  )
  const [message] = (await once(supervisor, 'message')) as [{ pid: number }]
  return { supervisor, pid: message.pid }
}

async function waitUntilReady(
  options: EmbeddedPostgresOptions,
  pid: number,
  supervisor: ChildProcess,
): Promise<void> {
  const pidFile = join(options.folder, 'postmaster.pid')
  for (;;) {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) {
      throw new Error(
        `PostgreSQL did not start: ${lastErrorLine(fs.readFileSync(logFileOf(options), 'utf8'))}`,
      )
    }
    const lines = fs.existsSync(pidFile) ? fs.readFileSync(pidFile, 'utf8').split('\n') : []
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return
    await pause(20)
  }
}

async function ensureDatabase(running: EmbeddedPostgres, appPassword: string): Promise<void> {
  const sql = postgres(running.ownerUrl('postgres'), { max: 1, onnotice: () => {} })
  try {
    const [role] = await sql`select 1 from pg_roles where rolname = ${APP_ROLE}`
    if (!role) await sql.unsafe(`create role ${APP_ROLE} nologin`)
    // The password is generated and has only hexadecimal digits. DDL takes no parameters.
    await sql.unsafe(`alter role ${APP_ROLE} login password '${appPassword.replaceAll("'", '')}'`)
    const [database] = await sql`select 1 from pg_database where datname = ${EMBEDDED_DATABASE}`
    if (!database) await sql.unsafe(`create database ${EMBEDDED_DATABASE}`)
  } finally {
    await sql.end()
  }
}

function logFileOf(options: EmbeddedPostgresOptions): string {
  return join(dirname(options.folder), `${basename(options.folder)}.log`)
}

function lastErrorLine(text: string): string {
  const lines = text.trim().split('\n')
  return lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? ''
}
