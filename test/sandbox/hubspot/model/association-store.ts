import { findObjectType } from './object-types.ts'
import { typesBetween, type AssociationType } from './association-types.ts'
import type { CrmRecord } from './types.ts'

export interface Associated {
  id: string
  types: AssociationType[]
  /** When the first of them was made, epoch milliseconds. */
  at: number
}

/** Who belongs to whom in one portal. Each association is kept from both sides. */
export interface AssociationStore {
  /** Adds a type; the unlabelled type of the pair comes with it, as in HubSpot. */
  add(from: CrmRecord, to: CrmRecord, type: AssociationType, at: number): void
  /** Records of a type (singular name) that belong to a record, oldest association first. */
  of(from: CrmRecord, to: string): Associated[]
  remove(from: CrmRecord, to: CrmRecord): void
}

interface Link {
  at: number
  types: Set<number>
}

export function createAssociationStore(): AssociationStore {
  /** `0-1:301>company` → id → link. */
  const links = new Map<string, Map<string, Link>>()
  const nameOf = (record: CrmRecord): string => findObjectType(record.type)?.singular ?? record.type
  const side = (from: CrmRecord, to: string): Map<string, Link> => {
    const key = `${from.type}:${from.id}>${to}`
    const known = links.get(key) ?? new Map<string, Link>()
    links.set(key, known)
    return known
  }
  const put = (from: CrmRecord, to: CrmRecord, typeId: number, at: number): void => {
    const known = side(from, nameOf(to))
    const link = known.get(to.id) ?? { at, types: new Set<number>() }
    link.types.add(typeId)
    known.set(to.id, link)
  }

  return {
    add(from, to, type, at) {
      const unlabelled = typesBetween(nameOf(from), nameOf(to)).find((candidate) => candidate.label === null)
      for (const made of unlabelled === undefined ? [type] : [type, unlabelled]) {
        put(from, to, made.id, at)
        put(to, from, made.reverse, at)
      }
    },
    of(from, to) {
      const possible = typesBetween(nameOf(from), to)
      return [...side(from, to)]
        .map(([id, link]) => ({ id, at: link.at, types: possible.filter((type) => link.types.has(type.id)) }))
        .filter(({ types }) => types.length > 0)
    },
    remove(from, to) {
      side(from, nameOf(to)).delete(to.id)
      side(to, nameOf(from)).delete(from.id)
    },
  }
}
