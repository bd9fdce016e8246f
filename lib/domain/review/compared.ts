import type { Grouping } from '../acceptance-groups'

/** What the overview compares; a reason says why and is no kind of lead. */
export const compared = ['campaign', 'source', 'asset', 'persona', 'industry', 'stage'] as const satisfies readonly Grouping[]
export type Compared = (typeof compared)[number]
