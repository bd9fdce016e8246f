export interface Use {
  /** Calls of everybody in the span, of the one who asks, and how many people there are, with that one. */
  all: number
  mine: number
  people: number
  /** HubSpot's limit for the span. */
  most: number
}

/**
 * Whether one more call is let through: half of the limit is for whoever comes, the other half for those who had less than an even
 * share, one newcomer counted in. So nobody's bulk work keeps others from opening a record.
 */
export function admits({ all, mine, people, most }: Use): boolean {
  if (all >= most) return false
  return all < most / 2 || mine < most / (people + 1)
}
