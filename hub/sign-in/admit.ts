import { sql } from 'kysely'
import { AppError } from '@/lib/domain/errors'
import { uuid7 } from '@/lib/domain/uuid7'
import type { HubPerson, Role } from '@/lib/hub-client/contract'
import { changes, firstRow, type Tx } from '../db/database'
import type { HubDeps, OidcProvider } from '../deps'
import type { PersonRow } from '../people/routes'
import { toPerson } from '../people/routes'
import { addressOf, roleOf } from './claims'
import type { IdClaims } from './provider'

type Deps = Pick<HubDeps, 'now' | 'random'>

/**
 * Who signed in: somebody known by their subject; a member with that verified address; whoever an invite was made out to; or anybody of the
 * company's domains. Their groups decide the role where the owner said so.
 * @throws AppError `forbidden` for everybody else, and for whom an owner removed until there is an invite again
 */
export async function admit(tx: Tx, deps: Deps, provider: OidcProvider, claims: IdClaims): Promise<HubPerson> {
  const [subject, email, role] = [`${provider.issuer} ${claims.sub}`, addressOf(provider, claims), roleOf(provider, claims)]
  const known = await bySubject(tx, subject) ?? (email === undefined ? undefined : await byAddress(tx, email, subject))
  if (known) return toPerson(role === undefined || role === known.role ? known : await giveRole(tx, known, role))
  if (email === undefined) throw new AppError('forbidden', { detail: 'email' })
  const invited = await spendInvite(tx, email, deps.now())
  if (!invited && !await isOpenTo(tx, provider, email, subject)) throw new AppError('forbidden', { detail: 'invite' })
  const person: HubPerson = { id: uuid7(deps.now(), deps.random(10)), name: claims.name?.slice(0, 200) || email, email, role: role ?? invited ?? provider.role, createdAt: deps.now() }
  await sql`insert into person (id, name, email, email_verified, subject, role, created_at)
    values (${person.id}, ${person.name}, ${email}, true, ${subject}, ${person.role}, ${person.createdAt})`.execute(tx)
  return person
}

function bySubject(tx: Tx, subject: string): Promise<PersonRow | undefined> {
  return firstRow(tx, sql<PersonRow>`select id, name, email, role, created_at from person where subject = ${subject} and removed_at is null`)
}

/** A member whose address is known to be theirs: one that was only stated could be anybody's. From now on the subject names them. */
function byAddress(tx: Tx, email: string, subject: string): Promise<PersonRow | undefined> {
  return firstRow(tx, sql<PersonRow>`update person set subject = ${subject} where lower(email) = ${email} and email_verified and subject is null and removed_at is null
    returning id, name, email, role, created_at`)
}

async function spendInvite(tx: Tx, email: string, now: number): Promise<Role | undefined> {
  const row = await firstRow(tx, sql<{ role: Role }>`update invite set uses_left = uses_left - 1 where id = (select id from invite
      where lower(email) = ${email} and revoked_at is null and expires_at > ${now} and uses_left > 0 order by created_at limit 1 for update)
    returning role`)
  return row?.role
}

async function isOpenTo(tx: Tx, { domains }: OidcProvider, email: string, subject: string): Promise<boolean> {
  if (!domains.includes(email.split('@')[1] ?? '')) return false
  return await firstRow(tx, sql`select id from person where removed_at is not null and (subject = ${subject} or lower(email) = ${email}) limit 1`) === undefined
}

/** The last owner stays one, whatever the groups say. */
async function giveRole(tx: Tx, person: PersonRow, role: Role): Promise<PersonRow> {
  const changed = await changes(tx, sql`update person set role = ${role} where id = ${person.id}
    and (role <> 'owner' or exists (select 1 from person where role = 'owner' and removed_at is null and id <> ${person.id}))`)
  return changed > 0 ? { ...person, role } : person
}
