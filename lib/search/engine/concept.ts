/** One thing the query asks for: its words in any of several forms. A document counts the form that serves it best. */
export interface Concept {
  forms: { stem: string; factor: number }[]
  /** Rarity × importance. */
  weight: number
}
