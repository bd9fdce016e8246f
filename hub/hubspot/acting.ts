import { sql } from 'kysely'
import * as z from 'zod/mini'
import { AppError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/person'
import { firstRow } from '../db/database'
import type { HubDeps } from '../deps'
import { apiVersion } from './api'
import { askHubspot } from './call'
import { ownEvent } from './own-event'

const owners = z.object({ results: z.array(z.object({ id: z.string(), email: z.optional(z.nullable(z.string())), firstName: z.optional(z.nullable(z.string())), lastName: z.optional(z.nullable(z.string())) })) })

/** Who a member is, in the hub and as an owner of the portal. */
export interface Acting {
  /** In the hub. */
  id: string
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
  if (!found) return { id: personId, name: person.name, owner: undefined }
  const name = [found.firstName, found.lastName].filter(Boolean).join(' ') || person.name
  return { id: personId, name, owner: { id: found.id, name, email, verified: person.email_verified } }
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

/**
 * A write under the member's own name: HubSpot shows who did it, so nobody writes as somebody else.
 * @throws AppError `wrong-user` where the body names another owner
 */
export function signedBy(body: unknown, acting: Acting): unknown {
  const { name, owner } = acting
  const parsed = z.safeParse(bag, body)
  if (!parsed.success) return body
  const { hubspot_owner_id: named, ...rest } = parsed.data.properties
  if (named !== undefined && owner && named !== owner.id) throw new AppError('wrong-user')
  const event = rest['leadside_event']
  return {
    ...(body as object),
    properties: {
      ...rest, ...(event && { leadside_event: ownEvent(event, acting) }),
      ...(named !== undefined && owner && { hubspot_owner_id: owner.id }), ...(rest['leadside_by'] !== undefined && { leadside_by: name }),
    },
  }
}
