import { convertLead } from './convert.ts'
import { createReader, type Reader } from './reader.ts'
import { createSchema, type Schema } from './schema/index.ts'
import { createSessions, type Session, type Sessions } from './sessions.ts'
import { createStore, type Row, type Seed, type Store } from './store.ts'
import { changeSwitches, createSwitches, type Switches } from './switches.ts'
import type { Clock } from '../types.ts'
import { createWriter, type Writer } from './write/writer.ts'

export interface OrgUser {
  /** Short name for tests: `rep`, `secondRep`, `marketer`. */
  key: string
  id: string
  name: string
  firstName: string
  lastName: string
  email: string
  title: string
}

/** What makes one org: its hosts, its people, its records. */
export interface OrgPlan {
  key: string
  id: string
  name: string
  apiHost: string
  /** Lightning hosts; the first is the usual one, others are aliases behind a proxy or another suffix. */
  pageHosts: readonly string[]
  isSandbox: boolean
  users: readonly OrgUser[]
  switches: Partial<Switches>
  /** The records at a moment; the same moment gives the same records. */
  seed(now: number): Seed
}

/** A running org: its data, its sessions, its switches. */
export interface Org {
  plan: OrgPlan
  clock: Clock
  schema: Schema
  readonly store: Store
  readonly sessions: Sessions
  readonly switches: Switches
  /** Changes switches; parts of `features` and `apiUsage` may be given. */
  set(changes: Record<string, unknown>): void
  user(key: string): OrgUser
  /** What a user may see right now. */
  reader(user: OrgUser, options?: { includeDeleted?: boolean }): Reader
  writer(user: OrgUser): Writer
  /** Signs a user in as the page does; gives the cookie session of the API host. */
  signIn(userKey: string): Session
  /** A ready OAuth session, for tests that are not about signing in. */
  apiSession(userKey: string, scopes?: readonly string[]): Session
  /** Rows of an object, deleted ones too, to assert on. */
  rows(object: string): Row[]
  /** What was written since the seed. */
  written(): Record<string, Row[]>
  /** Turns a lead into a contact, as the Convert button does. */
  convertLead(leadId: string): { contactId: string; accountId: string }
  reset(): void
}

const browserSessionMs = 2 * 3_600_000

/** Starts an org from its plan. */
export function createOrg(plan: OrgPlan, clock: Clock): Org {
  let store = createStore(plan.seed(clock()))
  let sessions = createSessions(plan.id)
  let switches = createSwitches(plan.switches)
  const schema = createSchema(() => switches)
  const findUser = (key: string): OrgUser => {
    const user = plan.users.find((candidate) => candidate.key === key)
    if (user === undefined) throw new Error(`${plan.key} has no user ${key}`)
    return user
  }
  const reader: Org['reader'] = (user, options = {}) =>
    createReader({ store, schema, now: clock(), viewConvertedLeads: switches.viewConvertedLeads.includes(user.key), isAdmin: switches.admins.includes(user.key), unshared: switches.unshared, ...options })

  return {
    plan,
    clock,
    schema,
    get store() {
      return store
    },
    get sessions() {
      return sessions
    },
    get switches() {
      return switches
    },
    set: (changes) => changeSwitches(switches, changes),
    user: findUser,
    reader,
    writer: (user) =>
      createWriter({ store, reader: reader(user), userId: user.id, now: clock(), editConvertedLeads: switches.viewConvertedLeads.includes(user.key), failures: switches.failures }),
    signIn: (userKey) => sessions.open('browser', findUser(userKey), ['api', 'web', 'id'], clock() + browserSessionMs),
    apiSession: (userKey, scopes = ['api', 'id', 'refresh_token']) => sessions.open('api', findUser(userKey), scopes, clock() + switches.accessTokenMs),
    rows: (object) => store.rows(object),
    written: () => store.written(),
    convertLead: (leadId) => convertLead(store, leadId, clock()),
    reset() {
      store = createStore(plan.seed(clock()))
      sessions = createSessions(plan.id)
      switches = createSwitches(plan.switches)
    },
  }
}
