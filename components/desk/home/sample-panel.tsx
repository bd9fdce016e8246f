import { Panel } from '@/components/panel/panel'
import { useDesk } from '../desk-context'

/** The panel as a rep sees it, on a sample person. */
export default function SamplePanel() {
  const { bus } = useDesk()
  return <div className="mt-4 h-[44rem] max-w-[26rem] overflow-hidden rounded-lg border border-line [&_.panel]:h-full"><Panel bus={bus} host="desk" /></div>
}
