import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import { actor, type Actor } from '@/lib/domain/person'
import { firstRow } from '../db/database'
import type { HubDeps } from '../deps'
import { apiVersion } from './api'
import { askHubspot } from './call'

const owners = z.object({ results: z.array(z.object({ id: z.string(), email: z.optional(z.nullable(z.string())), firstName: z.optional(z.nullable(z.string())), lastName: z.optional(z.nullable(z.string())) })) })

/** Who a member is, in the hub and as an owner of the portal. */
export interface Acting {
  name: string
  /** `verified` where the hub knows that the address is theirs: the invite was made out to it, an owner or the company's sign-in says so. */
  owner: Actor | undefined
}

/** Finds the owner by the member's address. Without an address, or where owners may not be read, there is none. */
export async function actingAs(deps: HubDeps, personId: string): Promise<Acting> {
  const person = await firstRow(deps.db, sql<{ name: string; email: string | null; email_verified: boolean }>`select name, email, email_verified from person where id = ${personId}`)
  if (!person) throw new AppError('signed-out')
  const email = person.email?.trim().toLowerCase()
  const found = email ? await ownerOf(deps, personId, email) : undefined
  if (!found) return { name: person.name, owner: undefined }
  const name = [found.firstName, found.lastName].filter(Boolean).join(' ') || person.name
  return { name, owner: { id: found.id, name, email, verified: person.email_verified } }
}

async function ownerOf(deps: HubDeps, personId: string, email: string) {
  try {
    const { body } = await askHubspot(deps, personId, { method: 'GET', path: `/crm/owners/${apiVersion}?limit=1&email=${encodeURIComponent(email)}`, shared: true })
    return z.parse(owners, body).results.find((one) => one.email?.toLowerCase() === email)
  } catch (error) {
    if (error instanceof AppError && (error.kind === 'forbidden' || error.kind === 'not-found')) return undefined
    throw error
  }
}

const bag = z.object({ properties: z.record(z.string(), z.optional(z.string())) })
const judged = z.looseObject({ rep: actor })

/**
 * A write under the member's own name: HubSpot shows who did it, so nobody writes as somebody else.
 * @throws AppError `wrong-user` where the body names another owner
 */
export function signedBy(body: unknown, { name, owner }: Acting): unknown {
  const parsed = z.safeParse(bag, body)
  if (!parsed.success) return body
  const { hubspot_owner_id: named, ...rest } = parsed.data.properties
  if (named !== undefined && owner && named !== owner.id) throw new AppError('wrong-user')
  expectOwnEvent(rest['leadside_event'], owner)
  return {
    ...(body as object),
    properties: { ...rest, ...(named !== undefined && owner && { hubspot_owner_id: owner.id }), ...(rest['leadside_by'] !== undefined && { leadside_by: name }) },
  }
}

/** The whole verdict is stored too; who gave it has to be the member, and may be called verified only where they are. */
function expectOwnEvent(text: string | undefined, owner: Actor | undefined): void {
  if (!text) return
  const event = z.safeParse(judged, parseJson(text))
  if (!event.success) throw new AppError('invalid', { detail: 'body.properties.leadside_event' })
  const { rep } = event.data
  if ((owner && rep.id !== owner.id) || (rep.verified && !owner?.verified)) throw new AppError('wrong-user')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
