import { labelText } from '@/components/ui/label'
import { Foreign } from '@/components/ui/foreign'
import { usePlaybook } from '../data/use-playbook'

/** A reason by its id, also one that is no longer offered. */
export function ReasonName({ id }: { id: string }) {
  const playbook = usePlaybook()
  const all = playbook ? Object.values(playbook.reasons).flat() : []
  return <Foreign text={labelText('reason', id, all)} max={60} />
}
