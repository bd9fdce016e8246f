import type { Step } from '../step'

/** `used_at`: when a sender first signed with its present secret. One nobody used may have been lost on the way to the owner. */
export const usedSecrets: Step = {
  id: '12-used-secrets',
  statements: [`alter table sender add column used_at bigint`],
}
