import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log'
import type { Tables, Db } from './database'

export interface OpenDatabase {
  db: Db
  engine: 'pglite' | 'postgres'
  close(): Promise<void>
}

const int8 = 20
/** Moments and cursors are `bigint` and stay below 2^53. */
const types = { getTypeParser: (oid: number, format?: 'text' | 'binary') => (oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text')) }

export function openPostgres(url: string, log: Log, copies = 10): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max: copies, types, connectionTimeoutMillis: 5_000, statement_timeout: 30_000, application_name: 'leadside-hub' })
  // Idle connections end when the database restarts; unheard, that error would end the process.
  pool.on('error', (error) => log.warn('database connection lost', { code: codeOf(error) }))
  return opened(pool, 'postgres')
}

export async function openPglite(folder: string): Promise<OpenDatabase> {
  return overPglite(await PGlite.create({ dataDir: folder }))
}

/** Takes the engine over: closing closes it. */
export function overPglite(engine: PGlite): OpenDatabase {
  const pool = new pg.Pool({ ...createPgConfig(engine), max: 1, types })
  const { db, close } = opened(pool, 'pglite')
  return {
    db,
    engine: 'pglite',
    async close() {
      await close()
      await engine.close()
    },
  }
}

function opened(pool: pg.Pool, engine: OpenDatabase['engine']): OpenDatabase {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, engine, close: () => db.destroy() }
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
}
