/**
 * One change of the schema; frozen once released. Steps only add, so that a hub one release older still runs on the newer
 * schema while copies are exchanged one by one.
 */
export interface Step {
  id: string
  statements: readonly string[]
}
