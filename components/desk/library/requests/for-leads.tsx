import type { Playbook } from '@/lib/domain/playbook'
import { labelText } from '@/components/ui/label'
import { Tag } from '@/components/ui/tag'

/** The kind of lead something was asked for. */
export function ForLeads({ stage, industry, playbook }: { stage?: string | undefined; industry?: string | undefined; playbook: Playbook | undefined }) {
  return (
    <>
      {stage && <Tag>{labelText('stage', stage, playbook?.stages)}</Tag>}
      {industry && <Tag>{labelText('industry', industry, playbook?.industries)}</Tag>}
    </>
  )
}
