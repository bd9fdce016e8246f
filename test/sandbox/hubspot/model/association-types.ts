export interface AssociationType {
  id: number
  from: string
  to: string
  /** Null for the unlabelled type that every association has. */
  label: string | null
  /** Id of the same association seen from the other side. */
  reverse: number
}

/** from, to, id, id from the other side, label. HubSpot-defined ids of the public association table. */
const pairs: readonly (readonly [string, string, number, number, string?])[] = [
  ['contact', 'company', 279, 280],
  ['contact', 'company', 1, 2, 'Primary'],
  ['contact', 'deal', 4, 3],
  ['company', 'deal', 342, 341],
  ['company', 'deal', 6, 5, 'Primary'],
  ['lead', 'contact', 608, 609],
  ['lead', 'contact', 578, 579, 'Primary'],
  ['lead', 'company', 610, 611],
  ['lead', 'company', 580, 581, 'Primary'],
  ['lead', 'deal', 1037, 1038],
  ['lead', 'deal', 582, 583, 'Primary'],
  ['note', 'contact', 202, 201],
  ['note', 'company', 190, 189],
  ['note', 'deal', 214, 213],
  ['note', 'lead', 855, 854],
  ['email', 'contact', 198, 197],
  ['email', 'company', 186, 185],
  ['email', 'deal', 210, 209],
  ['lead', 'email', 598, 599],
  ['call', 'contact', 194, 193],
  ['call', 'company', 182, 181],
  ['call', 'deal', 206, 205],
  ['call', 'lead', 597, 596],
  ['meeting', 'contact', 200, 199],
  ['meeting', 'company', 188, 187],
  ['meeting', 'deal', 212, 211],
  ['meeting', 'lead', 601, 600],
  ['task', 'contact', 204, 203],
  ['task', 'company', 192, 191],
  ['task', 'deal', 216, 215],
  ['task', 'lead', 647, 646],
  ['communication', 'contact', 81, 82],
  ['communication', 'company', 87, 88],
  ['communication', 'deal', 85, 86],
  ['communication', 'lead', 603, 602],
]

/** Both directions of every association HubSpot defines between the object types of the sandbox. */
export const associationTypes: readonly AssociationType[] = pairs.flatMap(([from, to, id, reverse, label]) => [
  { id, from, to, label: label ?? null, reverse },
  { id: reverse, from: to, to: from, label: label ?? null, reverse: id },
])

/** Ids that only name the far side of a documented one here; HubSpot's table does not list them, so no client may send them. */
const unlisted = new Set([579, 581, 599])

/** The types possible from one object type (singular name) to another, labelled ones first as HubSpot lists them. */
export function typesBetween(from: string, to: string): AssociationType[] {
  return associationTypes
    .filter((type) => type.from === from && type.to === to && !unlisted.has(type.id))
    .sort((one, other) => Number(one.label === null) - Number(other.label === null))
}

/** The type with this id that starts at an object type; undefined for an unknown id or one of the other direction. */
export function findAssociationType(from: string, id: number): AssociationType | undefined {
  return associationTypes.find((type) => type.from === from && type.id === id && !unlisted.has(id))
}

/** The name an object read gives an association: `contact_to_note`, `lead_to_primary_contact`, `contact_to_company_unlabeled`. */
export function associationName(type: AssociationType): string {
  if (type.label === null) {
    const alsoLabelled = associationTypes.some((other) => other.from === type.from && other.to === type.to && other.label !== null && !unlisted.has(other.id))
    return `${type.from}_to_${type.to}${alsoLabelled && type.from !== 'lead' ? '_unlabeled' : ''}`
  }
  return type.from === 'lead' ? `${type.from}_to_primary_${type.to}` : `${type.from}_to_${type.to}`
}
